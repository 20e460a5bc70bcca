import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../support/database'
import { postForm, type RunningTestServer, startTestServer } from '../support/server'
import type { AccessCase } from './access-table/access-rows'
import { ACCESS } from './access-table/access-table'
import { type AccessWorld, makeAccessWorld, MEMBERS, type Member } from './access-world'

/** What a page, or an empty form, of a route leaves in the audit; [] where it reads nobody. */
interface Reads {
  get: readonly string[]
  post?: readonly string[]
}

const THE_CASE: Reads = { get: ['case.read'], post: ['case.read'] }

/**
 * What every route leaves in the audit for whoever may open it; one that is left out here reads nobody. A page that reads a
 * person without leaving a row fails, and so does one that leaves more rows than are said here.
 */
const READS: Record<string, Reads> = {
  'routes/cases': { get: ['case.list'] },
  'routes/our/standing': { get: ['referral.list'], post: ['referral.list'] },
  'routes/case': { get: ['case.read'], post: [] },
  'routes/case-answers': { get: ['case.read'], post: ['case.facts'] },
  'routes/case-release-date': THE_CASE,
  'routes/case-close': THE_CASE,
  'routes/case/check': THE_CASE,
  'routes/case/person': THE_CASE,
  'routes/case/status': THE_CASE,
  'routes/case/history': THE_CASE,
  'routes/case/carried': THE_CASE,
  'routes/case/hand-over': THE_CASE,
  'routes/case-search': { get: ['case.search'] },
  'routes/map/case-search-pins': { get: ['case.decide'] },
  'routes/case/search-count': { get: ['case.decide'] },
  'routes/case/service': { get: ['case.decide'] },
  'routes/case/shortlist': { get: ['case.shortlist'] },
  'routes/case/shortlisted': { get: ['case.shortlist'], post: ['case.shortlist'] },
  // The action decides for the case before it looks at the form, and the page it answers with decides once more.
  'routes/case-refer': { get: ['case.decide'], post: ['case.decide', 'case.decide'] },
  'routes/case/nobody-fits': { get: ['case.nobody_fits'], post: ['case.nobody_fits'] },
  'routes/case/nominate': { get: ['case.decide'], post: ['case.decide'] },
  'routes/administration/held': { get: ['case.export'], post: ['case.export'] },
  'routes/administration/held-json': { get: ['case.export'] },
  'routes/nomination/nominations': { get: ['nomination.read'] },
  'routes/queue/queue': { get: ['case.list'], post: ['case.list'] },
  'routes/queue/entry': THE_CASE,
  'routes/referrals': { get: ['referral.list'] },
  'routes/referral': { get: ['referral.read'], post: ['referral.read'] },
  'routes/referral-event': { get: ['referral.read'], post: ['referral.read'] },
  // Who leaves within hours, what is new, and what waits for longest.
  'routes/today': { get: ['referral.list', 'referral.list', 'referral.list'] },
  'routes/inbox': { get: ['referral.list'] },
  // Releases told of, and what is new to the council's own services.
  'routes/council/home': { get: ['case.list', 'referral.list'] },
}

let database: TestDatabase
let server: RunningTestServer
let world: AccessWorld
const cookies = new Map<Member, string>()

beforeAll(async () => {
  database = await createTestDatabase()
  world = await makeAccessWorld(database)
  server = await startTestServer({ database })
  for (const member of MEMBERS) cookies.set(member, await server.signIn(world.emailOf(member)))
}, 300_000)

afterAll(async () => {
  await server?.stop()
  await database?.drop()
})

for (const [id, cases] of Object.entries(ACCESS)) {
  const first = cases.find(row => readerOf(row) !== undefined)
  const reader = first && readerOf(first)
  if (!first || !reader) continue
  describe(id, () => {
    it(`leaves what it read of people in the audit, once, when ${reader} opens ${first.what}`, async () => {
      const written = await during(() => get(reader, first.address(world)))
      expect(written).toEqual(READS[id]?.get ?? [])
    })

    if (first.post?.[reader] !== 'answered') return
    it(`leaves it when ${reader} sends an empty form to ${first.what}`, async () => {
      const written = await during(() => post(reader, first.address(world)))
      expect(written).toEqual(READS[id]?.post ?? [])
    })
  })
}

/** A member who gets the page of a row. */
function readerOf({ get: expected }: AccessCase): Member | undefined {
  return MEMBERS.find(member => expected[member] === 'page')
}

/** What was written to the audit of cases, referrals and nominations meanwhile, in order. */
async function during(work: () => Promise<void>): Promise<string[]> {
  const before = await audited()
  await work()
  return (await audited()).slice(before.length)
}

async function audited(): Promise<string[]> {
  const rows = await database.owner
    .selectFrom('auditEntry')
    .select('action')
    .where(where =>
      where.or(['case.%', 'referral.%', 'nomination.%'].map(actions => where('action', 'like', actions))),
    )
    .orderBy('happenedAt')
    .orderBy('id')
    .execute()
  return rows.map(row => row.action)
}

async function get(member: Member, address: string): Promise<void> {
  const answer = await fetch(server.url + address, {
    redirect: 'manual',
    headers: { cookie: cookies.get(member) ?? '' },
  })
  await answer.text()
  expect(answer.status).toBe(200)
}

async function post(member: Member, address: string): Promise<void> {
  const answer = await postForm(server.url + address, {}, { cookie: cookies.get(member) ?? '' })
  await answer.text()
}
