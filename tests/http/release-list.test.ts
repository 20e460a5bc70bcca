import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OfficerStage, openOfficerStage } from './officer-stage'

const PAGE = '/cases/release-list'
const LIST =
  'Prison number;Name;Release date;Sex\r\nZ9001AA;=HYPERLINK("x");15/03/2027;F\r\nZ7777ZZ;Wren;2027-03-22;woman\r\n'

let stage: OfficerStage
let cookie = ''
beforeAll(async () => {
  stage = await openOfficerStage()
  cookie = await stage.signInAs('lowNewtonOfficer')
}, 300_000)
afterAll(() => stage?.close())

async function send(file: string | Uint8Array<ArrayBuffer>, address = PAGE) {
  const body = new FormData()
  body.set('change', 'read')
  body.set('file', new Blob([file]), 'list.csv')
  // A length must be announced, as every browser does.
  const whole = await new Response(body).arrayBuffer()
  const type = /boundary=[^;]+/.exec(
    new Request('http://x', { method: 'POST', body }).headers.get('content-type') ?? '',
  )
  const boundary = type ? new TextDecoder('latin1').decode(whole.slice(2, 80)).split('\r\n')[0] : ''
  const answer = await fetch(stage.url + address, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      cookie,
      'sec-fetch-site': 'same-origin',
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    body: whole,
  })
  return { status: answer.status, body: (await answer.text()).replaceAll('<!-- -->', '') }
}

function fieldsIn(body: string) {
  const value = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''
  const ticks = [...body.matchAll(/name="tick"[^>]*value="([0-9a-f]+)"/g)].map(([, key = '']) => key)
  return { people: value('people'), idempotencyKey: value('idempotencyKey'), ticks }
}

function standing() {
  return stage.database.owner
    .selectFrom('releaseListEntry')
    .select('releaseOn')
    .orderBy('releaseOn')
    .execute()
}

describe('a release list', () => {
  it('shows what it would change, changes nothing without a tick, then what is ticked, and nothing again', async () => {
    const shown = await send(LIST)
    expect(shown.status).toBe(200)
    expect(shown.body).toContain('2 women and 0 men on the list')
    expect(shown.body).toContain('Z9001AA, woman: from 8 March 2027 to 15 March 2027')
    expect(shown.body).not.toContain('HYPERLINK')
    const { people, idempotencyKey, ticks } = fieldsIn(shown.body)
    const fields = { change: 'apply', people, idempotencyKey, cause: 'calculation' }
    const unticked = await stage.post(PAGE, fields)
    expect([unticked.status, unticked.body.includes('Tick what to take over')]).toEqual([422, true])
    expect(await standing()).toEqual([])
    const [first = ''] = ticks
    expect((await stage.post(PAGE, { ...fields, tick: first })).location).toBe('/cases')
    expect(await standing()).toEqual([{ releaseOn: '2027-03-15' }])
    const again = await send(LIST)
    expect(again.body).toContain('1 unchanged')
    expect(fieldsIn(again.body).ticks).toHaveLength(1)
  })

  it('says line by line what is wrong', async () => {
    const { status, body } = await send('Prison number,Release date,Sex\nZ1,tomorrow,F\n')
    expect(status).toBe(422)
    expect(body).toContain('Line 2: The prison number must be a letter, 4 numbers and 2 letters')
    expect((await send(new Uint8Array([80, 75, 3, 4, 0, 0]))).body).toContain('This is no text file')
  })

  it('is held to its size, and no other page takes a file', async () => {
    expect((await send('x'.repeat(5 * 1024 * 1024 + 1))).status).toBe(413)
    expect((await send(LIST, '/cases/new')).status).toBe(415)
  })
})
