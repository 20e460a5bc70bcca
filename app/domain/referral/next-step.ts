import type { ReferralState } from './referral'

export interface NextStep {
  /** Whose move it is; nobody's once the referral has ended. */
  whose: 'yours' | 'theirs' | 'nobody'
  words: string
}

const yours = (words: string): NextStep => ({ whose: 'yours', words })
const theirs = (words: string): NextStep => ({ whose: 'theirs', words })
const ended = (words: string): NextStep => ({ whose: 'nobody', words })

const NEXT_STEPS: Readonly<Record<ReferralState, NextStep>> = {
  draft: yours('Finish it and submit'),
  submitted: theirs('The provider takes it to assess within 1 working day'),
  information_requested: yours('Answer what the provider asked'),
  under_review: theirs('The provider books an assessment or decides'),
  assessment_booked: theirs('The provider assesses, then decides within 2 working days'),
  waiting_list: theirs('The provider says every 14 days that the place is still waited for'),
  offered: yours('Record the person’s answer before the offer expires'),
  accepted: yours('Arrange the arrival'),
  awaiting_approval: yours('Record the approval, or chase it'),
  to_reconfirm: theirs('The release date moved: the provider confirms the place again'),
  arrived: theirs('Nothing to do: the person has arrived'),
  parked: theirs('Waits until the accepted place is taken up'),
  declined: ended('Ended: the provider declined'),
  refused: ended('Ended: the person refused'),
  withdrawn: ended('Ended: withdrawn'),
  expired: ended('Ended: the offer expired'),
  no_show: ended('Ended: the person did not arrive'),
  departed: ended('Ended: the person has left'),
  discarded: ended('Ended: never sent'),
  placed_elsewhere: ended('Ended: placed elsewhere'),
}

/** What happens next to a referral as its referrer reads it, and whose move it is. Safe for the browser. */
export function nextStep(state: ReferralState): NextStep {
  return NEXT_STEPS[state]
}
