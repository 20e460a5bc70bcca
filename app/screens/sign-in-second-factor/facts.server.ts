import type { HalfSession } from '~/domain/account/session.server'
import type { FactorContext } from '~/domain/account/second-factor/factor-context.server'
import { ownFactors } from '~/domain/account/second-factor/factors.server'
import type { Ways } from './page'

/** By what somebody who gave their password can prove the rest. */
export async function waysOf(context: Pick<FactorContext, 'db'>, { viewer }: HalfSession): Promise<Ways> {
  const { factors, codes } = await ownFactors(context, viewer.personId)
  const has = (kind: string) => factors.some(factor => factor.kind === kind)
  return { app: has('app'), key: has('key'), recovery_code: (codes?.unused ?? 0) > 0 }
}
