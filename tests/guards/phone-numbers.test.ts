import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ACCESS } from './access-table/access-table'
import { type AccessWorld, type Asker, makeAccessWorld, MEMBERS } from './access-world'
import { createTestDatabase, type TestDatabase } from '../support/database'
import { type RunningTestServer, startTestServer } from '../support/server'

let database: TestDatabase
let server: RunningTestServer
let world: AccessWorld
const cookies = new Map<Asker, string>()

beforeAll(async () => {
  database = await createTestDatabase()
  world = await makeAccessWorld(database)
  await sql`update service set phone = '0191 498 0301', out_of_hours_phone = '0808 157 0302', description = 'Ring 01914980303.', audience = '0191 498 0306',
    referral_route_reason = 'By the front door, on +44 191 498 0304'`.execute(database.owner)
  await sql`update organisation set phone = '0191 498 0305'`.execute(database.owner)
  server = await startTestServer({ database })
  for (const member of MEMBERS) cookies.set(member, await server.signIn(world.emailOf(member)))
}, 300_000)

afterAll(async () => {
  await server?.stop()
  await database?.drop()
})

/** What people read of a page, without what is drawn as a link that dials, is typed in a box, or is an example or another link's words. */
function besideLinks(html: string): string {
  return html
    .replaceAll('<!-- -->', '')
    .replace(/<(head|script|style|textarea|option)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<a\b[^>]*href="tel:[\s\S]*?<\/a>/g, ' ')
    .replace(/<div[^>]*class="govuk-hint[\s\S]*?<\/div>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
}

const NUMBER = /(?<![\w-])(?:\+44 ?|0)\d(?: ?\d){8,9}(?![\w-])/g

it('draws every phone number of every page as a link that dials it', async () => {
  const bare: string[] = []
  let dialled = 0
  for (const row of Object.values(ACCESS).flat()) {
    const asker = (Object.keys(row.get) as Asker[]).find(each => row.get[each] === 'page')
    if (asker === undefined) continue
    const address = row.address(world)
    const cookie = cookies.get(asker)
    const answer = await fetch(server.url + address, { headers: cookie ? { cookie } : {} })
    if (!answer.headers.get('content-type')?.includes('text/html')) continue
    const html = await answer.text()
    dialled += html.match(/href="tel:/g)?.length ?? 0
    for (const number of besideLinks(html).match(NUMBER) ?? [])
      bare.push(`${address.replace(/[0-9a-f-]{36}/g, ':id')} (${asker}): ${number}`)
  }
  expect([...new Set(bare)]).toEqual([])
  expect(dialled).toBeGreaterThan(50)
})
