import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Transaction } from 'kysely'
import { newId } from '@db/id'
import type { DB } from '@db/schema'
import { asSignInOf } from '@db/viewer-transaction'
import type { KeyAnswer } from './factor-form'
import type { FactorContext, FactorOwner } from './factor-context.server'
import { keepFactor } from './keep-factor.server'

const CHALLENGE_MS = 10 * 60_000
/** The password was asked for already: a key that only wants a touch is enough. */
const VERIFICATION = { userVerification: 'preferred' } as const

/** As it travels to the page: of the extensions nothing is asked that would not go as text. */
type Asked<Options extends { extensions?: unknown }> = Omit<Options, 'extensions'>

/** What a browser is asked for a new key with. @param account whose it is, as the browser lists it */
export function askForNewKey(
  app: FactorContext,
  { viewer, sessionId }: FactorOwner,
  origin: string,
  account: string,
) {
  return asSignInOf(
    app.db,
    viewer.personId,
    async (trx): Promise<Asked<PublicKeyCredentialCreationOptionsJSON>> => {
      const options = await generateRegistrationOptions({
        rpName: 'Throughgate',
        rpID: new URL(origin).hostname,
        userName: account,
        userID: new Uint8Array(Buffer.from(viewer.personId)),
        excludeCredentials: await keysOf(trx, viewer.personId),
        authenticatorSelection: { residentKey: 'preferred', ...VERIFICATION },
      })
      await noteChallenge(trx, app, sessionId, options.challenge)
      return options
    },
  )
}

/** What a browser is asked for one of the person's keys with. */
export function askForKey(
  app: FactorContext,
  { viewer, sessionId }: Pick<FactorOwner, 'viewer' | 'sessionId'>,
  origin: string,
) {
  return asSignInOf(
    app.db,
    viewer.personId,
    async (trx): Promise<Asked<PublicKeyCredentialRequestOptionsJSON>> => {
      const allowCredentials = await keysOf(trx, viewer.personId)
      const rpID = new URL(origin).hostname
      const options = await generateAuthenticationOptions({ rpID, allowCredentials, ...VERIFICATION })
      await noteChallenge(trx, app, sessionId, options.challenge)
      return options
    },
  )
}

interface NewKey {
  name: string
  response: KeyAnswer
  origin: string
}

/** Keeps a key that signed what this session asked it to. */
export async function confirmKeyFactor(
  app: FactorContext,
  owner: FactorOwner,
  { name, response, origin }: NewKey,
) {
  const { personId } = owner.viewer
  const expectedChallenge = await asSignInOf(app.db, personId, trx =>
    takeChallenge(trx, app, owner.sessionId),
  )
  const credential = expectedChallenge && (await newCredential(response, expectedChallenge, origin))
  if (!credential) return { ok: false, reason: 'wrong_key' } as const
  const { id, publicKey, counter, transports } = credential
  const row = { id: newId(), kind: 'key', name, credentialId: id, publicKey: Buffer.from(publicKey) } as const
  return asSignInOf(app.db, personId, trx =>
    keepFactor(trx, app, owner, { ...row, counter, transports: transports ?? [] }),
  )
}

/** Whether a key of the person signed what their session asked it to: once, and before its time was over. */
export async function takeKey(
  trx: Transaction<DB>,
  app: Pick<FactorContext, 'clock'>,
  session: { personId: string; sessionId: string },
  { response, origin }: { response: KeyAnswer; origin: string },
): Promise<'right' | 'wrong'> {
  const expectedChallenge = await takeChallenge(trx, app, session.sessionId)
  const key = await trx
    .selectFrom('secondFactor')
    .select(['id', 'credentialId', 'publicKey', 'counter'])
    .where('personId', '=', session.personId)
    .where('credentialId', '=', response.id)
    .executeTakeFirst()
  if (!expectedChallenge || !key?.credentialId || !key.publicKey || key.counter === null) return 'wrong'
  const credential = { id: key.credentialId, publicKey: new Uint8Array(key.publicKey), counter: key.counter }
  const counter = await newCounter(response, { expectedChallenge, origin, credential })
  if (counter === null) return 'wrong'
  const used = { counter, lastUsedAt: app.clock() }
  await trx.updateTable('secondFactor').set(used).where('id', '=', key.id).execute()
  return 'right'
}

/** Null where the browser's answer is not what was asked for; the library throws for each of many reasons. */
async function newCredential(answer: KeyAnswer, expectedChallenge: string, origin: string) {
  const expected = { expectedOrigin: origin, expectedRPID: new URL(origin).hostname }
  // The library reads all of it and believes none.
  const response = answer as unknown as RegistrationResponseJSON
  return verifyRegistrationResponse({
    response,
    expectedChallenge,
    ...expected,
    requireUserVerification: false,
  })
    .then(({ registrationInfo }) => registrationInfo?.credential ?? null)
    .catch(() => null)
}

type Expected = Pick<Parameters<typeof verifyAuthenticationResponse>[0], 'credential'> & {
  expectedChallenge: string
  origin: string
}

/** How often the key has been used, by itself; null where the answer is not what was asked for, or was given before. */
async function newCounter(answer: KeyAnswer, { origin, ...asked }: Expected) {
  const expected = { expectedOrigin: origin, expectedRPID: new URL(origin).hostname }
  const response = answer as unknown as AuthenticationResponseJSON
  return verifyAuthenticationResponse({ response, ...asked, ...expected, requireUserVerification: false })
    .then(({ verified, authenticationInfo }) => (verified ? authenticationInfo.newCounter : null))
    .catch(() => null)
}

async function keysOf(
  trx: Transaction<DB>,
  personId: string,
): Promise<{ id: string; transports: string[] }[]> {
  const rows = await trx
    .selectFrom('secondFactor')
    .select(['credentialId', 'transports'])
    .where('personId', '=', personId)
    .execute()
  return rows.flatMap(({ credentialId, transports }) =>
    credentialId === null ? [] : [{ id: credentialId, transports: transports ?? [] }],
  )
}

async function noteChallenge(
  trx: Transaction<DB>,
  { clock }: Pick<FactorContext, 'clock'>,
  sessionId: string,
  challenge: string,
): Promise<void> {
  const challengeEndsAt = new Date(clock().getTime() + CHALLENGE_MS)
  await trx.updateTable('session').set({ challenge, challengeEndsAt }).where('id', '=', sessionId).execute()
}

/** What the session asked for last, while its time is not over; asked for again it is gone. */
async function takeChallenge(
  trx: Transaction<DB>,
  { clock }: Pick<FactorContext, 'clock'>,
  sessionId: string,
): Promise<string | null> {
  const asked = await trx
    .selectFrom('session')
    .select(['challenge', 'challengeEndsAt'])
    .where('id', '=', sessionId)
    .forUpdate()
    .executeTakeFirst()
  await trx.updateTable('session').set({ challenge: null }).where('id', '=', sessionId).execute()
  const isFresh = asked?.challengeEndsAt && asked.challengeEndsAt.getTime() > clock().getTime()
  return isFresh ? asked.challenge : null
}
