import { moveReleaseDate } from '~/domain/casework/move-release-date.server'
import type { Day } from '~/domain/time/calendar'
import { findCaseFor } from '~/screens/case/facts.server'
import { form, type ReferralWorld } from './referral-world'

/** The release date as the officer at Low Newton moves it. */
export async function moveRelease(world: ReferralWorld, caseId: string, releaseOn: Day) {
  const { lowNewtonOfficer } = world.viewers
  const version = (await findCaseFor(world.app, lowNewtonOfficer, caseId))?.version ?? 0
  const move = {
    releaseOn,
    releaseConfidence: 'firm',
    releaseType: 'automatic',
    cause: 'calculation',
    version,
  } as const
  return moveReleaseDate(world.app, lowNewtonOfficer, caseId, move, form())
}
