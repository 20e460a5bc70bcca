import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { asSignInOf } from '@db/viewer-transaction'
import { recordAudit } from '../../audit/record-audit.server'
import type { Role } from '../account'
import type { BrowserFamily } from '../browser-family'
import type { HalfSession } from '../session.server'
import { countFactorTry, forgiveFactorTries } from '../throttle.server'
import { takeAppCode } from './app-factor.server'
import type { KeyAnswer } from './factor-form'
import { type FactorContext, oweNews } from './factor-context.server'
import { makeWhole } from './keep-factor.server'
import { takeKey } from './key-factor.server'
import { takeRecoveryCode } from './recovery-codes.server'

/** What is given: the six digits an app shows, a recovery code as it was typed, or what a key signed for the site at `origin`. */
export type Proof =
  | { by: 'app'; code: string }
  | { by: 'recovery_code'; code: string }
  | { by: 'key'; response: KeyAnswer; origin: string }

export type Given =
  { ok: true; token: string; role: Role } | { ok: false; reason: 'wrong' | 'used' | 'throttled' | 'over' }

/**
 * Checks what somebody gives after their password, and makes their half session a whole one, with a new token. Too many tries are
 * refused unchecked, however many sessions they come from. 'over': the half session was ended meanwhile.
 */
export async function giveSecondFactor(
  app: FactorContext,
  half: HalfSession,
  proof: Proof,
  browser: BrowserFamily,
): Promise<Given> {
  const { viewer, id: sessionId } = half
  const { personId } = viewer
  const within = await asSignInOf(app.db, personId, trx =>
    countFactorTry(trx, app.secrets.throttle, personId, app.clock()),
  )
  if (within === 'beyond') return { ok: false, reason: 'throttled' }
  return asSignInOf(app.db, personId, async trx => {
    const found = await check(trx, app, { personId, sessionId }, proof)
    const act = { subjectKind: 'session', subjectId: sessionId, detail: { by: proof.by } } as const
    if (found !== 'right') {
      await recordAudit(trx, viewer, { action: 'session.second-factor-refused', ...act })
      return { ok: false, reason: found }
    }
    const token = await makeWhole(trx, { viewer, sessionId, browser }, app.clock())
    if (token === null) return { ok: false, reason: 'over' }
    await forgiveFactorTries(trx, app.secrets.throttle, personId)
    if (proof.by === 'recovery_code') await oweNews(trx, app.jobs, personId, 'recoveryCodeUsed')
    await recordAudit(trx, viewer, { action: 'session.second-factor', ...act })
    return { ok: true, token, role: viewer.role }
  })
}

function check(
  trx: Transaction<DB>,
  app: FactorContext,
  half: { personId: string; sessionId: string },
  proof: Proof,
): Promise<'right' | 'wrong' | 'used'> {
  const { personId } = half
  if (proof.by === 'key') return takeKey(trx, app, half, proof)
  if (proof.by === 'app') return takeAppCode(trx, app, personId, proof.code)
  return takeRecoveryCode(trx, app, personId, proof.code)
}
