import { actsNext } from '~/domain/referral/lifecycle'
import type { ReferralState, Side } from '~/domain/referral/referral'

const WORDS: Readonly<Record<ReferralState, string>> = {
  submitted: 'The provider takes it to assess',
  information_requested: 'Answer what the provider asked',
  under_review: 'The provider books an assessment or decides',
  assessment_booked: 'The provider assesses, then decides',
  waiting_list: 'The provider says every 14 days that it still waits',
  offered: 'Record the person’s answer before the offer expires',
  accepted: 'The provider records the arrival: agree it with them',
  awaiting_approval: 'Record the approval, or chase it',
  to_reconfirm: 'The provider confirms the place again',
  arrived: 'The person has arrived',
  parked: 'Another place was accepted: reopen this if it falls through',
  declined: 'Ended: the provider declined',
  refused: 'Ended: the person refused',
  withdrawn: 'Ended: withdrawn',
  expired: 'Ended: the offer expired',
  no_show: 'Ended: the person did not arrive',
  departed: 'Ended: the person has left',
  placed_elsewhere: 'Ended: placed elsewhere',
}

/** What happens next to a referral as its referrer reads it, and whose move it is. Safe for the browser. */
export function nextStep(state: ReferralState): { acts: Side | null; words: string } {
  return { acts: actsNext(state), words: WORDS[state] }
}
