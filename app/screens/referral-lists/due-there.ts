import { dueTold } from '~/domain/referral/disclosure/due-told'

/** What the officer is told of a limit: the one the provider works to, so that both speak of one. Safe for the browser. */

type Told = Parameters<typeof dueTold>[1] & { assessorId: string | null; agreedTier: number }

/** As the named assessor reads it, or triage while there is none that reads more; where those are told none, as it is. */
export function dueThere({ assessorId, agreedTier, ...referral }: Told, now: Date): Date | null {
  const tier = assessorId !== null && agreedTier >= 2 ? 2 : 1
  return dueTold(tier, referral, now) ?? referral.dueAt
}
