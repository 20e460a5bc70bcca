import { createKeyRing } from '@db/encryption/key-ring'
import { seedSmallWorld, type SmallPerson, type SmallWorld } from '@db/seeds/small'
import { createInsideEngine } from '@search/inside/inside-engine'
import { createSearchService } from '@search/search-service'
import { allDocuments } from '~/domain/index/service-document.server'
import { createTestDatabase, type TestDatabase } from '../support/database'
import { passSecondFactor } from '../support/sign-in'
import { cookieAfter, postForm, startTestServer, TEST_MASTER_KEY } from '../support/server'

const NOW = new Date('2027-02-01T10:00:00Z')
const SILENT = { info: () => {}, warn: () => {}, error: () => {} }

/** The small world behind a running server, as an officer of Low Newton meets it over HTTP. */
export interface OfficerStage {
  world: SmallWorld
  database: TestDatabase
  signInAs(person: SmallPerson): Promise<string>
  get(path: string, cookie?: string): Promise<{ status: number; body: string }>
  post(
    path: string,
    fields: Record<string, string>,
    cookie?: string,
  ): Promise<{ status: number; location: string; body: string; cookie: string }>
  /** The fields that answer, of every referral there is, whether a change may be passed on. */
  passOn(answer: 'yes' | 'no'): Promise<Record<string, string>>
  url: string
  /** Lets time pass for the service. */
  wait(ms: number): void
  /** Tells the search what was added since. */
  reindex(): Promise<void>
  close(): Promise<void>
}

export async function openOfficerStage(): Promise<OfficerStage> {
  const database = await createTestDatabase(NOW)
  const world = await seedSmallWorld(database.owner, createKeyRing(TEST_MASTER_KEY), NOW)
  const engine = createInsideEngine()
  await engine.rebuild(allDocuments(database.app, () => NOW))
  const search = createSearchService({ inside: engine, log: SILENT, clock: () => NOW })
  let now = NOW
  const server = await startTestServer({ database, search, now: () => now })

  async function signInAs(person: SmallPerson): Promise<string> {
    const credentials = { email: world.emails[person], password: world.password }
    const answer = await postForm(`${server.url}/sign-in`, credentials)
    return passSecondFactor(database.owner, answer.headers.get('set-cookie')?.split(';')[0] ?? '')
  }
  const officer = await signInAs('lowNewtonOfficer')

  return {
    world,
    database,
    signInAs,
    url: server.url,
    wait(ms) {
      now = new Date(now.getTime() + ms)
    },
    async get(path, cookie = officer) {
      const answer = await fetch(server.url + path, { redirect: 'manual', headers: { cookie } })
      return { status: answer.status, body: markup(await answer.text()) }
    },
    async post(path, fields, cookie = officer) {
      const answer = await postForm(server.url + path, fields, { cookie })
      const location = answer.headers.get('location') ?? ''
      const then = cookieAfter(cookie, answer)
      return { status: answer.status, location, body: markup(await answer.text()), cookie: then }
    },
    async passOn(answer) {
      const referrals = await database.owner.selectFrom('referral').select('id').execute()
      return Object.fromEntries(referrals.map(({ id }) => [`passOn.r-${id}`, answer]))
    },
    reindex: () => engine.rebuild(allDocuments(database.app, () => NOW)),
    async close() {
      await server.stop()
      await database.drop()
    },
  }
}

/** What a page carries for its form. */
export function hidden(body: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''
}

/** A page as it is written without JavaScript: no scripts, and none of the marks React leaves between texts. */
function markup(html: string): string {
  return html.replace(/<script\b[\s\S]*?<\/script>/g, '').replace(/<!--[\s\S]*?-->/g, '')
}

export const NEW_CASE = {
  prisonNumber: 'Z7001AB',
  name: 'Robin Dunnock',
  'dateOfBirth.day': '3',
  'dateOfBirth.month': '4',
  'dateOfBirth.year': '1991',
  sex: 'woman',
  custodyStatus: 'sentenced',
  releaseConfidence: 'firm',
  'releaseOn.day': '1',
  'releaseOn.month': '3',
  'releaseOn.year': '2027',
  releaseType: 'automatic',
  homeAuthority: 'E08000021',
}
