import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addAccount } from '../../factories/account'
import { addOrganisation } from '../../factories/organisation'
import { createTestDatabase, type TestDatabase } from '../../support/database'
import { postForm, type RunningTestServer, startTestServer } from '../../support/server'

/** The screens of the register, as a commissioner uses them without scripts. */

const NOW = new Date('2027-02-01T10:00:00Z')
const ACTION = {
  subject: 'supply.women_only',
  place: 'E08000024',
  words: 'Commission six beds',
  owner: 'Housing lead',
  costPounds: '84,000',
  'dueOn.day': '30',
  'dueOn.month': '1',
  'dueOn.year': '2027',
  state: 'to_start',
}

let database: TestDatabase
let server: RunningTestServer
let cookie: string

beforeAll(async () => {
  database = await createTestDatabase(NOW)
  const partnership = await addOrganisation(database.owner, { kind: 'commissioner' })
  await addAccount(database.owner, partnership, 'commissioner', 'c@register.example')
  server = await startTestServer({ database, now: () => NOW })
  cookie = await server.signIn('c@register.example')
}, 300_000)
afterAll(async () => {
  await server?.stop()
  await database?.drop()
})

async function read(path: string): Promise<string> {
  const answer = await fetch(server.url + path, { headers: { cookie } })
  return (await answer.text()).replaceAll('<!-- -->', '')
}

function send(path: string, fields: Record<string, string>) {
  return postForm(server.url + path, { idempotencyKey: crypto.randomUUID(), ...fields }, { cookie })
}

describe('the register on its screens', () => {
  it('starts the form from the gap the address names', async () => {
    const page = await read('/actions/new?subject=pathway.families&place=LNI')
    expect(page).toContain('<option value="pathway.families" selected="">')
    expect(page).toContain('<option value="LNI" selected="">')
  })

  it('refuses a prisoner’s number beside its field, keeps what was typed, and records nothing', async () => {
    const refused = await send('/actions/new', { ...ACTION, words: 'Move A1234BC' })
    const body = await refused.text()
    expect(refused.status).toBe(422)
    expect(body).toContain('Take out the prison number or CRN')
    expect(body).toContain('Housing lead')
    expect(await read('/actions')).toContain('0 actions open')
  })

  it('records an action, says that it is overdue, corrects it, and strikes out what it said', async () => {
    expect((await send('/actions/new', ACTION)).status).toBe(303)
    const list = await read('/actions')
    expect(list).toContain('1 action open, 1 of them overdue; 0 issues and risks open.')
    expect(list).toContain('30 January 2027')
    expect(list).toContain('£84,000')
    const path = /href="(\/actions\/[0-9a-f-]{36})"/.exec(list)?.[1] ?? ''

    const changed = { ...ACTION, words: 'Commission eight beds', state: 'done', version: '1' }
    expect((await send(path, changed)).status).toBe(303)
    const stale = await send(path, { ...changed, words: 'Nine' })
    expect(stale.status).toBe(409)
    expect(await stale.text()).toContain('Somebody changed this while you had the page open')
    expect(await read('/actions')).toContain('0 actions open')
    expect(await read('/actions?state=past')).toContain('Commission eight beds')
    expect(await read(path)).toContain('Commission six beds')

    expect((await send(path, { intent: 'strike', version: '1' })).status).toBe(303)
    const struck = await read(path)
    expect(struck).not.toContain('Commission six beds')
    expect(struck).toContain('Words struck out by Person at c@register.example')
    expect((await send(path, { intent: 'strike', version: '2' })).status).toBe(409)
    expect(await read(path)).toContain('Commission eight beds')
  })

  it('is a file too', async () => {
    expect(await read('/actions.csv')).toContain(
      '2027-02-01,Action,Supply: Women-only supported housing,Sunderland,Commission eight beds,Housing lead,84000,2027-01-30,,Done,2027-02-01',
    )
  })
})
