import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../support/database'
import { type RunningTestServer, startTestServer } from '../support/server'
import type { AccessCase } from './access-table/access-rows'
import { ACCESS } from './access-table/access-table'
import { type AccessWorld, makeAccessWorld, MEMBERS, type Member } from './access-world'

/** Every page below one service says in its title which service: two tabs, or two lines of a history, are told apart. */

/** The id is of the service, or of a room of it whose facts are corrected. */
const BELOW = /^\/(?:(?:our-services|approvals)\/([0-9a-f-]{36})|vacancies\/([0-9a-f-]{36})\/(?:room|close))/

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

const readerOf = ({ get: expected }: AccessCase) => MEMBERS.find(member => expected[member] === 'page')

async function nameOf(address: string): Promise<string | null> {
  const [, serviceId, bedspaceId] = BELOW.exec(address) ?? []
  const service = await database.owner
    .selectFrom('service')
    .leftJoin('bedspace', 'bedspace.serviceId', 'service.id')
    .select('service.name')
    .where(each =>
      serviceId ? each('service.id', '=', serviceId) : each('bedspace.id', '=', bedspaceId ?? null),
    )
    .executeTakeFirst()
  return service?.name ?? null
}

describe('the title of a page below a service', () => {
  it('names it, on every such page', async () => {
    const walked: string[] = []
    for (const [id, cases] of Object.entries(ACCESS)) {
      const row = cases.find(each => readerOf(each) !== undefined && BELOW.test(each.address(world)))
      const reader = row && readerOf(row)
      if (!row || !reader) continue
      const address = row.address(world)
      const answer = await fetch(server.url + address, { headers: { cookie: cookies.get(reader) ?? '' } })
      const title = /<title>([^<]*)<\/title>/.exec(await answer.text())?.[1] ?? ''
      expect(title, `${id} ${address}`).toContain(`: ${(await nameOf(address)) ?? 'no service'} – `)
      walked.push(id)
    }
    expect(walked.length).toBeGreaterThan(18)
  })
})
