import { setTimeout as delay } from 'node:timers/promises'
import { passSecondFactor } from '../support/sign-in'
import { postForm } from '../support/server'
import { seededRandom } from '../contracts/search/seeded-random'
import { type Acts, addVoid, offerOrTakeBack } from './acts'
import { askingAs } from './asking'
import { FAULT_SEED } from './fault-seed'
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
  acts: Acts
}

export interface Load {
  seen: Seen
  /** No more is asked; resolves when all has been answered. */
  stop(): Promise<Seen>
}

let loads = 0

/**
 * Clients that read pages and open cases, and a provider that offers beds, takes offers back and adds voids, each in an order that follows
 * from its number and the seed. What was not acknowledged is sent once more, as the page says, with the same key. While `mayBeDown` the
 * process may be away.
 */
export async function startLoad(stage: FaultStage, clients: number, mayBeDown = false): Promise<Load> {
  const acts: Acts = { acknowledged: new Map(), unknown: new Map() }
  const seen: Seen = { acknowledged: [], unknown: 0, given: 0, refused: 0, wrong: [], acts }
  const officer = askingAs(stage, await signIn(stage), seen, mayBeDown)
  const provider = askingAs(stage, await signIn(stage, 'firstWorker'), seen, mayBeDown)
  const load = loads++
  let stopped = false
  const officers = Array.from({ length: clients }, async (_, client) => {
    const random = seededRandom(FAULT_SEED * 1000 + client)
    for (let turn = 0; !stopped; turn += 1) {
      if (random.chance(0.4)) await openCase(numberOf(load, client, turn))
      else await read(random.pick(['/cases', '/services']))
      await delay(random.whole(20, 80))
    }
  })
  const providers = stage.offers.map(async (own, client) => {
    const random = seededRandom(FAULT_SEED * 1000 + client + 500)
    while (!stopped) {
      if (random.chance(0.7)) await offerOrTakeBack(provider, own, acts)
      else await addVoid(provider, stage.voided, acts)
      await delay(random.whole(50, 150))
    }
  })

  async function read(path: string): Promise<void> {
    if ((await officer.get(path))?.status === 200) seen.given += 1
  }

  async function openCase(prisonNumber: string): Promise<void> {
    const answer = await officer.send('/cases/new', {
      ...PERSON,
      prisonNumber,
      anotherPerson: `yes ${prisonNumber}`,
    })
    const id = /\/cases\/([0-9a-f-]{36})/.exec(answer?.location ?? '')?.[1]
    if (id) seen.acknowledged.push(id)
    else seen.unknown += 1
  }

  return {
    seen,
    async stop() {
      stopped = true
      await Promise.all([...officers, ...providers])
      return seen
    },
  }
}

/** Signs in, as the officer at Low Newton unless told. @returns the Cookie header */
export async function signIn(
  { web, world, owner }: FaultStage,
  person: keyof FaultStage['world']['emails'] = 'lowNewtonOfficer',
): Promise<string> {
  const email = addressOnStage(world.emails[person])
  const answer = await postForm(`${web.url}/sign-in`, { email, password: world.password })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  if (!cookie) throw new Error(`Signing in was refused (${answer.status})`)
  return passSecondFactor(owner, cookie)
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
