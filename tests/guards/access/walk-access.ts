import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadBuild } from '~/server/web/remix-pages'
import { NOT_FOUND_HTML } from '~/ui/page/static-404'
import { ensureBuilt } from '../../support/build'
import { createTestDatabase, type TestDatabase } from '../../support/database'
import { postForm, type RunningTestServer, startTestServer } from '../../support/server'
import { ACCESS } from '../access-table/access-table'
import { type AccessWorld, type Asker, makeAccessWorld, type Member, MEMBERS } from '../access-world'

let database: TestDatabase
let server: RunningTestServer
let world: AccessWorld
const cookies = new Map<Asker, string>()

/**
 * Declares the walk over every row of the access table, as a page, as data and as a form.
 * @param isWhole data is asked for by everybody; else, for one guard stands before page and data, by one of each outcome
 */
export function walkAccess(isWhole: boolean): void {
  beforeAll(async () => {
    database = await createTestDatabase()
    world = await makeAccessWorld(database)
    server = await startTestServer({ database })
    for (const member of MEMBERS) await signIn(member)
  }, 300_000)

  afterAll(async () => {
    await server?.stop()
    await database?.drop()
  })

  describe('every route of the built server', () => {
    it('stands in the access table, and nothing else does', async () => {
      await ensureBuilt()
      const { routes } = await loadBuild()
      const ids = Object.keys(routes).filter(id => id !== 'root')
      expect(Object.keys(ACCESS).sort()).toEqual(ids.sort())
    })

    it('says whom each of its loaders and actions serves', async () => {
      const { routes } = await loadBuild()
      const unguarded = Object.values(routes).flatMap(route => {
        const { loader, action } = route?.module ?? {}
        const isOpen = Boolean(route?.module.default) && loader === undefined
        const bare = [loader, action].some(handler => handler !== undefined && !('audience' in handler))
        return isOpen || bare ? [route?.id] : []
      })
      expect(unguarded).toEqual([])
    })

    it('has a row for the form of every action', async () => {
      const { routes } = await loadBuild()
      const withAction = Object.values(routes).filter(route => route?.module.action)
      const untried = withAction
        .map(route => route?.id ?? '')
        .filter(id => !ACCESS[id]?.some(row => row.post))
      expect(untried).toEqual([])
    })
  })

  for (const [id, cases] of Object.entries(ACCESS)) {
    describe(`${id}`, () => {
      for (const row of cases) {
        it(`${row.what}: gives each asker the page they may have`, async () => {
          expect(await outcomes(Object.keys(row.get), asker => getPage(asker, row.address(world)))).toEqual(
            row.get,
          )
        })

        it(`${row.what}: gives the same as data`, async () => {
          const askers = isWhole ? Object.keys(row.get) : someOf(row.get)
          const expected = Object.fromEntries(askers.map(asker => [asker, row.get[asker as Asker]]))
          expect(await outcomes(askers, asker => getData(asker, row.address(world)))).toEqual(expected)
        })

        if (!row.post) continue
        const { post } = row
        it(`${row.what}: takes a form from those who may send one`, async () => {
          expect(await outcomes(Object.keys(post), asker => sendForm(asker, row.address(world)))).toEqual(
            post,
          )
        })
      }
    })
  }
}

/** One asker of each outcome. */
function someOf(expected: Partial<Record<string, string>>): string[] {
  return [...new Map(Object.entries(expected).map(([asker, outcome]) => [outcome, asker])).values()]
}

async function signIn(member: Member): Promise<void> {
  cookies.set(member, await server.signIn(world.emailOf(member)))
}

async function outcomes(
  askers: string[],
  ask: (asker: Asker) => Promise<string>,
): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  // The keys of an Expected are askers.
  for (const asker of askers as Asker[]) found[asker] = await ask(asker)
  return found
}

async function getPage(asker: Asker, address: string): Promise<string> {
  const answer = await fetch(server.url + address, { redirect: 'manual', headers: headersOf(asker) })
  const body = await answer.text()
  if (answer.status === 404) return body === NOT_FOUND_HTML ? 'absent' : 'a 404 of its own'
  return answer.status === 200 ? 'page' : redirected(answer.headers.get('location'), answer.status)
}

async function getData(asker: Asker, address: string): Promise<string> {
  const answer = await fetch(server.url + dataAddress(address), {
    redirect: 'manual',
    headers: headersOf(asker),
  })
  const body = await answer.text()
  if (answer.status === 404) return 'absent'
  if (answer.status !== 202) return answer.status === 200 ? 'page' : `${answer.status}`
  const to = /"redirect","([^"]*)"/.exec(body)?.[1]
  return redirected(to ?? null, answer.status)
}

async function sendForm(asker: Asker, address: string): Promise<string> {
  const answer = await postForm(server.url + address, {}, headersOf(asker))
  const body = await answer.text()
  if (answer.status === 404) return body === NOT_FOUND_HTML ? 'absent' : 'a 404 of its own'
  const to = answer.headers.get('location') ?? ''
  // The session has ended: the next question is asked in a new one.
  if (to.startsWith('/sign-in') && asker !== 'signedOut') await signIn(asker)
  // Signing out leads there too, and says so.
  const says = answer.headers.getSetCookie().some(cookie => cookie.startsWith('throughgate-said='))
  if (to.startsWith('/sign-in') && !says) return 'sign-in'
  return answer.status < 500 && answer.status !== 403 && answer.status !== 405
    ? 'answered'
    : `${answer.status}`
}

function redirected(location: string | null, status: number): string {
  if (location === null) return `${status}`
  return location.startsWith('/sign-in') ? 'sign-in' : location
}

/** '/' → '/_root.data', '/a?b' → '/a.data?b' */
function dataAddress(address: string): string {
  const [path = '', query] = address.split('?')
  return `${path === '/' ? '/_root' : path}.data${query === undefined ? '' : `?${query}`}`
}

function headersOf(asker: Asker): Record<string, string> {
  const cookie = cookies.get(asker)
  return cookie === undefined ? {} : { cookie }
}
