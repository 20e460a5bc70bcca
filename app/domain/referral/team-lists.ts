import { londonDay } from '../region/calendar'
import { dueLine } from './due-words'
import { releaseLine } from './disclosure/release-shown'
import { REFERRAL_STATE_LABELS, type ReferralState } from './referral'
import { type GroupKind, type ReferralsPage, referralsPage } from './referral-groups'
import type { TeamReferral } from './referral-lists.server'

/** A prison team's referrals in words. Safe for the browser. */

export interface TeamLine {
  id: string
  reference: string
  personName: string
  caseId: string
  serviceName: string
  providerName: string
  release: string
  state: ReferralState
  stateLabel: string
  due: string | null
  late: boolean
}

/** What needs the team next, the most pressing first. */
const GROUPS: readonly GroupKind[] = [
  {
    key: 'offers',
    title: 'Offers to answer',
    hint: 'Ask the person, then record yes or no before the offer expires',
    states: ['offered'],
  },
  {
    key: 'asked',
    title: 'Information to send, approval to record',
    hint: 'The provider waits for you',
    states: ['information_requested', 'awaiting_approval', 'draft'],
  },
  { key: 'coming', title: 'Place found', hint: 'Agree the arrival', states: ['accepted', 'to_reconfirm'] },
  {
    key: 'waiting',
    title: 'Waiting for the provider',
    hint: 'Late ones are said: phone',
    states: ['submitted', 'under_review', 'assessment_booked', 'waiting_list'],
  },
  {
    key: 'parked',
    title: 'Parked',
    hint: 'Another place was accepted. Reopen one if that falls through',
    states: ['parked'],
  },
  { key: 'arrived', title: 'Arrived', hint: 'The place was taken up', states: ['arrived'] },
]

/** A team's list: open referrals by what needs the team next, or those that ended. */
export function teamPage(
  closed: boolean,
  referrals: readonly TeamReferral[],
  now: Date,
): ReferralsPage<TeamLine> {
  return referralsPage(closed, referrals, GROUPS, each => teamLine(each, now))
}

/** One referral as a line of a list. */
function teamLine(referral: TeamReferral, now: Date): TeamLine {
  const { id, reference, personName, caseId, serviceName, providerName, state, dueAt, late } = referral
  return {
    id,
    reference,
    personName,
    caseId,
    serviceName,
    providerName,
    release: releaseLine(referral.releaseOn, 3, londonDay(now)),
    state,
    stateLabel: REFERRAL_STATE_LABELS[state],
    due: dueLine(state, dueAt, now),
    late,
  }
}
