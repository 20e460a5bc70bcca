import { createServer as createHttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createKeyRing } from '@db/encryption/key-ring'
import { createJobQueue } from '@db/jobs'
import type { SearchService } from '@search/search-service'
import { accountSecrets } from '~/config/account-secrets'
import { readConfig } from '~/config/config'
import { createServer } from '~/server/create-server'
import { createLog } from '~/server/log'
import { makeSearch } from '~/server/make-search'
import { builtPages } from '~/server/web/remix-pages'
import type { AppServices } from '~/server/services'
import { TEST_PASSWORD } from '../factories/account'
import { ensureBuilt } from './build'
import type { TestDatabase } from './database'
import { passSecondFactor } from './sign-in'

export const TEST_MASTER_KEY = Buffer.alloc(32, 7)

export interface TestServerOptions {
  database: TestDatabase
  /** What time it is for the service; the machine's clock unless told. */
  now?: () => Date
  search?: SearchService
  /** As in production; left out, every page is made anew. */
  remembersPublicPages?: boolean
  /** Settings as they stand in the environment. */
  env?: Record<string, string>
}

export interface RunningTestServer {
  url: string
  app: AppServices
  /** Every line logged so far. */
  logLines: string[]
  /** Signs in as the page does, the second factor taken as given. @returns the Cookie header for later requests @throws when refused */
  signIn(email: string): Promise<string>
  stop(): Promise<void>
}

/** The built service on a port of its own, over a test database, without worker or follower. */
export async function startTestServer(options: TestServerOptions): Promise<RunningTestServer> {
  await ensureBuilt()
  const http = createHttpServer()
  await new Promise<void>(resolve => http.listen(0, '127.0.0.1', resolve))
  // A listening TCP server's address is never a pipe's name.
  const { port } = http.address() as AddressInfo
  const logLines: string[] = []
  const app = testServices(options, port, logLines)
  http.on('request', createServer(app, await builtPages(app)))
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    app,
    logLines,
    signIn: async email => passSecondFactor(options.database.owner, await signInAs(url, email)),
    stop: () =>
      new Promise(resolve => {
        http.close(() => resolve())
        http.closeAllConnections()
      }),
  }
}

/** A form as a browser sends it from a page of the site. */
export function postForm(
  url: string,
  fields: Record<string, string> | string[][],
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
    headers: { 'sec-fetch-site': 'same-origin', ...headers },
  })
}

/** The Cookie header of a browser that had `cookie` and was then given `answer`. */
export function cookieAfter(cookie: string, answer: Response): string {
  const jar = new Map(cookie.split('; ').filter(Boolean).map(asPair))
  for (const given of answer.headers.getSetCookie()) {
    const [name, value] = asPair(given.split(';')[0] ?? '')
    if (/Max-Age=0/.test(given)) jar.delete(name)
    else jar.set(name, value)
  }
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
}

function asPair(text: string): [name: string, value: string] {
  const [name = '', ...value] = text.split('=')
  return [name, value.join('=')]
}

function testServices(options: TestServerOptions, port: number, logLines: string[]): AppServices {
  const clock = options.now ?? (() => new Date())
  const log = createLog('info', { write: line => void logLines.push(line) })
  const config = readConfig(
    { MASTER_KEY: TEST_MASTER_KEY.toString('base64'), PORT: String(port), ...options.env },
    'production',
  )
  return {
    config,
    log,
    clock,
    db: options.database.app,
    jobs: createJobQueue(),
    keys: createKeyRing(TEST_MASTER_KEY),
    secrets: accountSecrets(TEST_MASTER_KEY),
    search: options.search ?? makeSearch(config, log, clock).service,
    remembersPublicPages: options.remembersPublicPages ?? false,
    isServing: () => true,
    isWorkerRunning: () => null,
  }
}

async function signInAs(url: string, email: string): Promise<string> {
  const answer = await postForm(`${url}/sign-in`, { email, password: TEST_PASSWORD })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  if (answer.status !== 303 || !cookie)
    throw new Error(`Signing in as ${email} was refused (${answer.status}).`)
  return cookie
}
