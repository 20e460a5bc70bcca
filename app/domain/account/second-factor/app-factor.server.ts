import type { Transaction } from 'kysely'
import { newId } from '@db/id'
import { type Place, seal, unseal } from '@db/encryption/sealed-box'
import type { DB } from '@db/schema'
import { asSignInOf } from '@db/viewer-transaction'
import type { FactorContext, FactorOwner } from './factor-context.server'
import { keepFactor } from './keep-factor.server'
import { newTotpSecret, stepOfCode, totpUri, typedSecret } from './totp'

/** An authenticator app that is being set up: what its page shows, and what its form carries. Nothing is kept of it yet. */
export interface AppSetUp {
  factor: string
  /** The secret, sealed for this person and this factor. */
  secret: string
  /** What the QR code says. */
  uri: string
  /** The secret as it is typed by hand. */
  typed: string
}

/** A new secret to be shown once. @param account whose it is, as the app lists it */
export function startAppFactor(
  { secrets }: Pick<FactorContext, 'secrets'>,
  personId: string,
  account: string,
): AppSetUp {
  const factor = newId()
  const plain = newTotpSecret()
  const secret = seal(secrets.secondFactor, placeOf(personId, factor), plain).toString('base64url')
  return { factor, secret, uri: totpUri(plain, account), typed: typedSecret(plain) }
}

/** The same again from what its form carried; null where this was not made for this person. */
export function resumeAppFactor(
  app: Pick<FactorContext, 'secrets'>,
  personId: string,
  { factor, secret }: Pick<AppSetUp, 'factor' | 'secret'>,
  account: string,
): AppSetUp | null {
  const plain = openCarried(app, personId, { factor, secret })
  return plain && { factor, secret, uri: totpUri(plain, account), typed: typedSecret(plain) }
}

interface Confirming extends Pick<AppSetUp, 'factor' | 'secret'> {
  name: string
  /** Six digits. */
  code: string
}

/** Keeps an app once it has shown a code of its secret; that code is taken then. */
export async function confirmAppFactor(app: FactorContext, owner: FactorOwner, given: Confirming) {
  const { personId } = owner.viewer
  const plain = openCarried(app, personId, given)
  if (plain === null) return { ok: false, reason: 'broken' } as const
  const step = stepOfCode(plain, given.code, app.clock())
  if (step === null) return { ok: false, reason: 'wrong_code' } as const
  const row = { id: given.factor, kind: 'app', name: given.name, lastStep: step } as const
  const secret = Buffer.from(given.secret, 'base64url')
  return asSignInOf(app.db, personId, trx => keepFactor(trx, app, owner, { ...row, secret }))
}

/** Whether an app of the person shows this code now; a step whose code was taken, or an earlier one, counts as used. */
export async function takeAppCode(
  trx: Transaction<DB>,
  { clock, secrets }: Pick<FactorContext, 'clock' | 'secrets'>,
  personId: string,
  code: string,
): Promise<'right' | 'wrong' | 'used'> {
  const apps = await trx
    .selectFrom('secondFactor')
    .select(['id', 'secret'])
    .where('personId', '=', personId)
    .where('kind', '=', 'app')
    .execute()
  let found: 'wrong' | 'used' = 'wrong'
  for (const { id, secret } of apps) {
    if (secret === null) continue
    const step = stepOfCode(unseal(secrets.secondFactor, placeOf(personId, id), secret), code, clock())
    if (step === null) continue
    if (await takeStep(trx, id, step, clock())) return 'right'
    found = 'used'
  }
  return found
}

/** Two at the same moment with the same code: the row is changed by one, and the other finds it changed. */
async function takeStep(trx: Transaction<DB>, id: string, step: number, now: Date): Promise<boolean> {
  const taken = await trx
    .updateTable('secondFactor')
    .set({ lastStep: step, lastUsedAt: now })
    .where('id', '=', id)
    .where('lastStep', '<', step)
    .returning('id')
    .executeTakeFirst()
  return taken !== undefined
}

function openCarried(
  { secrets }: Pick<FactorContext, 'secrets'>,
  personId: string,
  { factor, secret }: Pick<AppSetUp, 'factor' | 'secret'>,
): Buffer | null {
  try {
    return unseal(secrets.secondFactor, placeOf(personId, factor), Buffer.from(secret, 'base64url'))
  } catch {
    return null
  }
}

/** Of this person too: a secret that is moved to another's row does not open. */
function placeOf(personId: string, id: string): Place {
  return { table: 'second_factor', row: `${personId} ${id}`, column: 'secret', keyId: 'second-factor' }
}
