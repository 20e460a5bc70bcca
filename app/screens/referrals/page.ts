import { londonDay } from '~/domain/time/calendar'
import { type ListedChange, listedChange } from '~/domain/referral/changes/change-words'
import { dueLine, outFirst } from '~/screens/referral-lists/due'
import { dueThere } from '~/screens/referral-lists/due-there'
import { releaseLine } from '~/domain/referral/disclosure/release-shown'
import { releasedEarly } from '~/domain/referral/stay/released-early'
import { stateLabel, type ReferralState } from '~/domain/referral/states'
import {
  type ReferralsPage,
  type ReferralsRead,
  referralsPage,
  STAND_FIRST,
} from '~/domain/referral/list/referral-groups'
import type { TeamReferral } from '~/domain/referral/list/referral-lists.server'

/** A prison team's referrals in words. Safe for the browser. */

export interface TeamLine {
  id: string
  reference: string
  personName: string
  caseId: string
  serviceName: string
  providerName: string
  /** 'Out tomorrow', of somebody who stands first. */
  out: string | null
  release: string
  state: ReferralState
  stateLabel: string
  due: string | null
  late: boolean
  changed: ListedChange | null
}

/** A team's list: open referrals by what needs the team next, who arrived, or those that ended. */
export function teamPage(read: ReferralsRead<TeamReferral>, now: Date): ReferralsPage<TeamLine> {
  return referralsPage(read, 'referrer', each => teamLine(each, now))
}

/** One referral as a line of a list. */
function teamLine(referral: TeamReferral, now: Date): TeamLine {
  const { id, reference, personName, caseId, serviceName, providerName, state, late } = referral
  return {
    id,
    reference,
    personName,
    caseId,
    serviceName,
    providerName,
    out: STAND_FIRST.includes(state) ? outFirst(referral.releaseOn, londonDay(now)) : null,
    release:
      releasedEarly(referral.arrivedOn, referral, londonDay(now)) ?? releaseLine(referral, 3, londonDay(now)),
    state,
    stateLabel: stateLabel(state),
    due: dueLine({ ...referral, dueAt: dueThere(referral, now) }, now),
    late,
    changed: listedChange(referral.changed, 'referrer', state),
  }
}
