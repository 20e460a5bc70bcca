import type { Notice } from '../referral/events/event-spec'
import { ofEachEvent } from '../referral/events/registry'
import type { ReferralEvent } from '../referral/lifecycle'

/** Who is told of what. An event that is missing here tells nobody: each side sees it on its own screen. */
const NOTICES: Partial<Record<ReferralEvent, readonly Notice[]>> = {
  submit: [{ to: 'provider', template: 'referral_submitted' }],
  take_to_assess: [{ to: 'referrer', template: 'referral_taken' }],
  request_information: [{ to: 'referrer', template: 'information_requested' }],
  answer_information: [{ to: 'provider', template: 'information_answered' }],
  book_assessment: [{ to: 'referrer', template: 'assessment_booked' }],
  add_to_waiting_list: [{ to: 'referrer', template: 'waiting_list' }],
  offer: [{ to: 'referrer', template: 'offered' }],
  extend_offer: [{ to: 'referrer', template: 'offer_extended' }],
  accept: [{ to: 'provider', template: 'offer_accepted' }],
  refuse: [{ to: 'provider', template: 'offer_refused' }],
  expire: [
    { to: 'provider', template: 'offer_expired' },
    { to: 'referrer', template: 'offer_expired' },
  ],
  ask_approval: [{ to: 'provider', template: 'approval' }],
  approve: [{ to: 'provider', template: 'approval' }],
  date_moved: [{ to: 'provider', template: 'date_moved' }],
  stay_goes_on: [
    { to: 'referrer', template: 'stay_goes_on', wholeTeam: true },
    { to: 'provider', template: 'stay_goes_on' },
  ],
  changed: [
    { to: 'referrer', template: 'referral_changed', wholeTeam: true, hourly: true },
    { to: 'provider', template: 'referral_changed', onlyAssessor: true, hourly: true },
  ],
  reconfirm: [{ to: 'referrer', template: 'reconfirmed' }],
  arrive: [{ to: 'referrer', template: 'arrived' }],
  no_show: [{ to: 'referrer', template: 'no_show' }],
  depart: [{ to: 'referrer', template: 'departed' }],
  park: [{ to: 'provider', template: 'parked' }],
  reopen: [{ to: 'provider', template: 'reopened' }],
  close_elsewhere: [{ to: 'provider', template: 'closed_elsewhere' }],
  decline: [{ to: 'referrer', template: 'declined' }],
  withdraw: [{ to: 'provider', template: 'withdrawn' }],
  ...ofEachEvent(({ tells }) => tells),
}

/** Where nothing is held yet, there is nothing to reconfirm. */
const LOOK_AGAIN: readonly Notice[] = [{ to: 'provider', template: 'date_moved_look' }]

/** The notices of one event of a referral's history. Handing over within a team, where the state stays, tells nobody. */
export function noticesFor(event: string, fromState: string | null, toState: string): readonly Notice[] {
  if (event === 'take_to_assess' && fromState === toState) return []
  if (event === 'date_moved' && toState !== 'to_reconfirm') return toState === 'parked' ? [] : LOOK_AGAIN
  return isEvent(event) ? (NOTICES[event] ?? []) : []
}

function isEvent(event: string): event is ReferralEvent {
  return Object.hasOwn(NOTICES, event)
}
