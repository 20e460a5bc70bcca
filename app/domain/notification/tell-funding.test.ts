import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addAccount } from '@tests/factories/account'
import { domainContext } from '@tests/factories/domain-context'
import { addOrganisation } from '@tests/factories/organisation'
import { addService } from '@tests/factories/service'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { messagesTo } from './message-queries.server'
import { tellFunding } from './tell-funding.server'

const SHOWN = { publicOrigin: 'https://throughgate.example', linkKey: Buffer.alloc(32) }
const ENDS = '2027-09-30'

let database: TestDatabase
let serviceId: string
const people: Record<string, Awaited<ReturnType<typeof addAccount>>> = {}

beforeAll(async () => {
  database = await createTestDatabase()
  const { owner } = database
  const provider = await addOrganisation(owner, { kind: 'provider' })
  const other = await addOrganisation(owner, { kind: 'provider' })
  const region = await addOrganisation(owner, { kind: 'region' })
  const partnership = await addOrganisation(owner, { kind: 'commissioner' })
  people.manager = await addAccount(owner, provider, 'provider_manager', 'm@funding.example')
  people.other = await addAccount(owner, other, 'provider_manager', 'x@funding.example')
  people.editor = await addAccount(owner, region, 'editor', 'e@funding.example')
  people.administrator = await addAccount(owner, region, 'administrator', 'a@funding.example')
  people.commissioner = await addAccount(owner, partnership, 'commissioner', 'c@funding.example')
  const fields = { organisationId: provider, kind: 'parenting_programme', name: 'Story hour' }
  serviceId = (await addService(owner, { ...fields, programme: { fundingEndsOn: ENDS } })).id
})
afterAll(() => database.drop())

function tellOn(day: string): Promise<number> {
  const app = domainContext(database, new Date(`${day}T06:00:00Z`))
  return tellFunding({ ...app, db: database.worker }, true)
}

async function told(who: string): Promise<string[]> {
  const viewer = people[who]
  if (!viewer) throw new Error(who)
  const { messages } = await messagesTo(database.app, viewer, SHOWN)
  return messages.map(({ subject }) => subject).sort()
}

describe('funding that ends', () => {
  it('is told once at 180 days and once at 90, to its provider, commissioners and editors alone', async () => {
    expect(await tellOn('2027-04-02')).toBe(0)
    expect(await tellOn('2027-04-03')).toBe(3)
    expect(await tellOn('2027-04-03')).toBe(0)
    expect(await tellOn('2027-07-01')).toBe(0)
    expect(await tellOn('2027-07-02')).toBe(3)
    expect(await tellOn('2027-08-01')).toBe(0)
    const both = [
      'Funding of a family programme ends within 180 days',
      'Funding of a family programme ends within 90 days',
    ]
    for (const who of ['manager', 'editor', 'commissioner']) expect(await told(who)).toEqual(both)
    for (const who of ['other', 'administrator']) expect(await told(who)).toEqual([])
  })

  it('leads to the programme, and names neither it nor anybody', async () => {
    const viewer = people.commissioner
    if (!viewer) throw new Error('commissioner')
    const { messages } = await messagesTo(database.app, viewer, SHOWN)
    expect(messages[0]?.text).toContain(`https://throughgate.example/services/${serviceId}`)
    expect(messages[0]?.text).not.toContain('Story hour')
  })

  it('is told again where its day moves, and not once it has ended', async () => {
    await database.owner.updateTable('programme').set({ fundingEndsOn: '2027-10-15' }).execute()
    expect(await tellOn('2027-08-01')).toBe(3)
    expect(await tellOn('2027-10-16')).toBe(0)
  })
})
