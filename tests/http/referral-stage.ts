import { createKeyRing } from '@db/encryption/key-ring'
import { seedSmallWorld, type SmallPerson } from '@db/seeds/small'
import type { ReferralTarget } from '~/domain/referral/events/act-on-referral.server'
import { addDays, londonDay } from '~/domain/time/calendar'
import type { ReferralWorld } from '../factories/referral-world'
import { createTestDatabase } from '../support/database'
import {
  cookieAfter,
  postForm,
  type RunningTestServer,
  startTestServer,
  TEST_MASTER_KEY,
} from '../support/server'

export const NOW = new Date('2027-02-01T10:00:00Z')
export const TODAY = londonDay(NOW)

/** The built service over the small world, with its people signed in as they are needed. */
export interface ReferralStage {
  world: ReferralWorld
  server: RunningTestServer
  /** The Cookie header of somebody who is signed in. */
  cookieOf(person: SmallPerson): Promise<string>
  close(): Promise<void>
}

export async function openReferralStage(): Promise<ReferralStage> {
  const database = await createTestDatabase(NOW)
  const small = await seedSmallWorld(database.owner, createKeyRing(TEST_MASTER_KEY), NOW)
  const server = await startTestServer({ database, now: () => NOW })
  const { app } = server
  const cookies = new Map<SmallPerson, string>()
  return {
    world: {
      ...small,
      database,
      app,
      worker: { ...app, db: database.worker },
      today: TODAY,
      releaseOn: addDays(TODAY, 35),
      passTo: () => undefined,
    },
    server,
    async cookieOf(person) {
      const cookie = cookies.get(person) ?? (await server.signIn(small.emails[person]))
      cookies.set(person, cookie)
      return cookie
    },
    async close() {
      await server.stop()
      await database.drop()
    },
  }
}

export interface Answer {
  status: number
  text: string
  location: string
  /** What the browser has from then on, of the message for its next page. */
  cookie: string
}

/** Sends the form of an event about a referral. */
export async function sendEvent(
  stage: ReferralStage,
  person: SmallPerson,
  { referralId, version }: ReferralTarget,
  event: string,
  fields: Record<string, string>,
): Promise<Answer> {
  const cookie = await stage.cookieOf(person)
  const form = { idempotencyKey: crypto.randomUUID(), version: String(version), ...fields }
  return answerOf(await postForm(`${stage.server.url}/referrals/${referralId}/${event}`, form, { cookie }))
}

/** A page's nonce is drawn anew each time. */
export async function answerOf(answer: Response): Promise<Answer> {
  const text = (await answer.text()).replace(/nonce="[^"]*"/g, 'nonce=""')
  return {
    status: answer.status,
    text,
    location: answer.headers.get('location') ?? '',
    cookie: cookieAfter('', answer),
  }
}

/** The form of an offer of one bedspace of a house. */
export function offerOf(
  { world }: ReferralStage,
  bed: number,
  service: 'womensHouse' | 'hostel' = 'womensHouse',
) {
  return {
    bedspaceId: world.bedspaces[service][bed] ?? '',
    ...day('fromOn', TODAY),
    ...day('untilOn', addDays(TODAY, 84)),
    whyThen: 'Released early on licence',
    conflictCheck: 'done',
  }
}

/** A day as the three boxes of a form send it. */
export function day(name: string, value: string): Record<string, string> {
  const [year = '', month = '', date = ''] = value.split('-')
  return { [`${name}.day`]: date, [`${name}.month`]: month, [`${name}.year`]: year }
}
