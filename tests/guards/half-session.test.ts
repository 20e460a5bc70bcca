import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NOT_FOUND_HTML } from '~/ui/page/static-404'
import { createTestDatabase, type TestDatabase } from '../support/database'
import { signInAt, withAppFactor } from '../support/sign-in'
import { postForm, type RunningTestServer, startTestServer } from '../support/server'
import type { AccessCase } from './access-table/access-rows'
import { ACCESS } from './access-table/access-table'
import { type AccessWorld, makeAccessWorld, MEMBERS, type Member } from './access-world'

const ASKED = '/sign-in/second-factor'

let database: TestDatabase
let server: RunningTestServer
let world: AccessWorld
const halves = new Map<Member, string>()

beforeAll(async () => {
  database = await createTestDatabase()
  world = await makeAccessWorld(database)
  server = await startTestServer({ database })
  for (const member of MEMBERS) await withAppFactor(database.owner, world.members[member].personId)
}, 300_000)

afterAll(async () => {
  await server?.stop()
  await database?.drop()
})

/** Whoever gave a password alone gets what somebody signed out gets; where that one is sent to sign in, they are asked for the rest. */
for (const [id, cases] of Object.entries(ACCESS)) {
  if (id === 'routes/sign-in/second-factor') continue
  describe(`${id}, with half a session`, () => {
    for (const row of cases) {
      it(`${row.what}: opens nothing`, async () => {
        const answer = await fetch(server.url + row.address(world), {
          redirect: 'manual',
          headers: { cookie: await half(readerOf(row)) },
        })
        expect(await outcome(answer)).toBe(row.get.signedOut === 'sign-in' ? ASKED : row.get.signedOut)
      })

      if (!row.post) continue
      const { signedOut } = row.post
      it(`${row.what}: sends nothing`, async () => {
        const member = readerOf(row)
        const answer = await postForm(server.url + row.address(world), {}, { cookie: await half(member) })
        // Signing in and out are for anybody, and end it.
        if (signedOut === 'answered') return void halves.delete(member)
        expect(await outcome(answer)).toBe(signedOut === 'sign-in' ? ASKED : signedOut)
      })
    }
  })
}

it('is asked for in its own pages, and nowhere else', async () => {
  const cookie = await half('officer')
  const page = await fetch(server.url + ASKED, { redirect: 'manual', headers: { cookie } })
  expect(page.status).toBe(200)
  expect(page.headers.get('cache-control')).toBe('no-store')
  expect(await page.text()).toContain('Enter the code from your app')
  // Where there is a factor, another is not set up by the password alone.
  for (const path of ['/account/second-factor', '/account/second-factor/app'])
    expect(await outcome(await fetch(server.url + path, { redirect: 'manual', headers: { cookie } }))).toBe(
      ASKED,
    )
})

/** A member who may open the page once signed in. */
function readerOf({ get }: AccessCase): Member {
  return MEMBERS.find(member => get[member] === 'page') ?? 'officer'
}

async function half(member: Member): Promise<string> {
  const cookie = halves.get(member) ?? (await signInAt(server.url, world.emailOf(member)))
  halves.set(member, cookie)
  return cookie
}

async function outcome(answer: Response): Promise<string> {
  const body = await answer.text()
  if (answer.status === 404) return body === NOT_FOUND_HTML ? 'absent' : 'a 404 of its own'
  if (answer.status === 200) return 'page'
  return answer.headers.get('location')?.split('?')[0] ?? `${answer.status}`
}
