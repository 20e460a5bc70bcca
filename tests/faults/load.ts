import { setTimeout as delay } from 'node:timers/promises'
import { postForm } from '../support/server'
import { seededRandom } from '../contracts/search/seeded-random'
import { addressOnStage, type FaultStage } from './stage'

/** What the clients saw. */
export interface Seen {
  /** Cases acknowledged: their ids. */
  acknowledged: string[]
  /** Cases sent of which nobody knows. */
  unknown: number
  /** How many pages were given, and how many said that they could not be. */
  given: number
  refused: number
  /** Answers that should never be. */
  wrong: string[]
}

export interface Load {
  seen: Seen
  /** No more is asked; resolves when all has been answered. */
  stop(): Promise<Seen>
}

const SAYS_WHY = /cannot reach its records just now|is busy just now/
const PATIENCE_MS = 30_000
let loads = 0

/**
 * Clients that read pages and open cases, each in an order that follows from its number. What was not acknowledged is sent once
 * more, as the page says, with the same key. While `mayBeDown` the process may be away.
 */
export async function startLoad(stage: FaultStage, clients: number, mayBeDown = false): Promise<Load> {
  const seen: Seen = { acknowledged: [], unknown: 0, given: 0, refused: 0, wrong: [] }
  const cookie = await signIn(stage)
  const load = loads++
  let stopped = false
  const running = Array.from({ length: clients }, async (_, client) => {
    const random = seededRandom(client + 1)
    for (let turn = 0; !stopped; turn += 1) {
      if (random.chance(0.4)) await openCase(numberOf(load, client, turn))
      else await read(random.pick(['/cases', '/services']))
      await delay(random.whole(20, 80))
    }
  })

  async function read(path: string): Promise<void> {
    const answer = await ask(() => fetch(stage.web.url + path, { ...manual(), headers: { cookie } }))
    if (answer?.status === 200) seen.given += 1
    else if (answer) noteRefusal(path, answer)
  }

  async function openCase(prisonNumber: string): Promise<void> {
    const form = { ...PERSON, prisonNumber, idempotencyKey: crypto.randomUUID() }
    const send = () => ask(() => postForm(`${stage.web.url}/cases/new`, form, { cookie }))
    for (const isLast of [false, true]) {
      const answer = await send()
      const id = /\/cases\/([0-9a-f-]{36})/.exec(answer?.location ?? '')?.[1]
      if (answer?.status === 303 && id) return void seen.acknowledged.push(id)
      if (answer) noteRefusal('/cases/new', answer)
      if (!isLast) await delay(500)
    }
    seen.unknown += 1
  }

  async function ask(request: () => Promise<Response>): Promise<Answer | null> {
    try {
      const answer = await request()
      return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() }
    } catch (error) {
      if (!mayBeDown) seen.wrong.push(String(error))
      return null
    }
  }

  function noteRefusal(path: string, { status, text, location }: Answer): void {
    if (status === 503 && SAYS_WHY.test(text)) seen.refused += 1
    else seen.wrong.push(`${path}: ${status} ${location ?? ''}`)
  }

  return {
    seen,
    async stop() {
      stopped = true
      await Promise.all(running)
      return seen
    },
  }
}

/** Signs in as the officer at Low Newton. @returns the Cookie header */
export async function signIn({ web, world }: FaultStage): Promise<string> {
  const email = addressOnStage(world.emails.lowNewtonOfficer)
  const answer = await postForm(`${web.url}/sign-in`, { email, password: world.password })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  if (!cookie) throw new Error(`Signing in was refused (${answer.status})`)
  return cookie
}

interface Answer {
  status: number
  location: string | null
  text: string
}

function manual(): RequestInit {
  return { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) }
}

/** Another prison number for each turn of each client of each load. */
function numberOf(load: number, client: number, turn: number): string {
  return `F${String(turn).padStart(4, '0')}${letter(load)}${letter(client)}`
}

function letter(at: number): string {
  return String.fromCharCode(65 + at)
}

const PERSON = {
  name: 'Robin Dunnock',
  'dateOfBirth.day': '3',
  'dateOfBirth.month': '4',
  'dateOfBirth.year': '1991',
  sex: 'woman',
  custodyStatus: 'sentenced',
  releaseConfidence: 'not_known',
  releaseType: 'automatic',
  homeAuthority: 'E08000021',
}
