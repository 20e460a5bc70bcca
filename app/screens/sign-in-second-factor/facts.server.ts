import type { z } from 'zod'
import type { HalfSession } from '~/domain/account/session.server'
import type { FactorContext } from '~/domain/account/second-factor/factor-context.server'
import { codeSchema, keySchema, recoverySchema } from '~/domain/account/second-factor/factor-form'
import type { Proof } from '~/domain/account/second-factor/give-second-factor.server'
import { askForKey } from '~/domain/account/second-factor/key-factor.server'
import { ownFactors } from '~/domain/account/second-factor/factors.server'
import type { Way, Ways } from './page'

/** The form of each way. */
export const FORMS = { app: codeSchema, key: keySchema, recovery_code: recoverySchema } as const

/** What a form of one of them gave. */
export function proofOf(value: z.output<(typeof FORMS)[Way]>, origin: string): Proof {
  if ('code' in value) return { by: 'app', code: value.code }
  if ('response' in value) return { by: 'key', response: value.response, origin }
  return { by: 'recovery_code', code: value.recoveryCode }
}

/** What the browser is asked for a key with, where that is the way; else null. */
export async function keyOptions(
  context: FactorContext & { config: { publicOrigin: string } },
  { id, viewer }: HalfSession,
  way: Way,
) {
  if (way !== 'key') return null
  return askForKey(context, { viewer, sessionId: id }, context.config.publicOrigin)
}

/** By what somebody who gave their password can prove the rest. */
export async function waysOf(context: Pick<FactorContext, 'db'>, { viewer }: HalfSession): Promise<Ways> {
  const { factors, codes } = await ownFactors(context, viewer.personId)
  const has = (kind: string) => factors.some(factor => factor.kind === kind)
  return { app: has('app'), key: has('key'), recovery_code: (codes?.unused ?? 0) > 0 }
}
