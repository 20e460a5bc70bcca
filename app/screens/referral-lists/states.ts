import type { Side } from '~/domain/referral/referral'
import { actsNext, type ReferralState } from '~/domain/referral/states'
import type { TagProps } from '~/ui/tag'

/** Every state of a referral in words, a row a state. Safe for the browser. */

/** What is to be done, to be read before 'by …', and what comes after. */
export interface DueWords {
  what: string
  then?: string
}

interface StateWords {
  /** Left out where it waits for nobody. */
  due?: Record<Side, DueWords>
  /** The same where nobody knows the day of release. */
  dueWithoutDate?: Record<Side, DueWords>
  /** The same where an assessment is booked or was held. */
  dueOnceAssessed?: Record<Side, DueWords>
  /** What the referrer does where no accepted place of the case is left. */
  dueWithoutPlace?: DueWords
  /** What is due, in a line of a list. */
  short?: string
  /** What happens next, as the referrer reads it. */
  next: string
  /** The same where no accepted place of the case is left, so that it can be reopened (`placeStands`). */
  nextWithoutPlace?: string
  /** Colour repeats whether a bed is held, an answer is owed, or it has ended. */
  look?: Pick<TagProps, 'tone' | 'sign'>
}

const OWED = { tone: 'amber', sign: '!' } as const
const OFFERED = { tone: 'blue', sign: '→' } as const
const HELD = { tone: 'green', sign: '✓' } as const

/** Where a place is held and nobody knows for when. */
const WITHOUT_DATE: Record<Side, DueWords> = {
  provider: {
    what: 'The release date is not known: keep holding the bedspace, or phone the referrer',
    then: 'Nothing is cancelled by itself. After that the bedspace can be given to others.',
  },
  referrer: {
    what: 'The release date is not known: record it, or tell the provider what you expect',
    then: 'After that the provider may give the bedspace to others.',
  },
}

const STATES: Readonly<Record<ReferralState, StateWords>> = {
  submitted: {
    due: {
      provider: {
        what: 'Take it to assess, ask or decline',
        then: 'Then 3 working days to book an assessment.',
      },
      referrer: {
        what: 'The provider takes it to assess, asks or declines',
        then: 'If nothing is said by then, phone.',
      },
    },
    short: 'take to assess',
    next: 'The provider takes it to assess',
  },
  information_requested: {
    due: {
      provider: {
        what: 'The referrer answers',
        then: 'Nothing closes by itself: you are told when the answer comes. Where it came by phone, record it.',
      },
      referrer: {
        what: 'Answer what the provider asked',
        then: 'The referral goes back to review when you do.',
      },
    },
    short: 'answer',
    next: 'Answer what the provider asked',
    look: OWED,
  },
  under_review: {
    due: {
      provider: { what: 'Book an assessment, offer or decline' },
      referrer: { what: 'The provider books an assessment or decides' },
    },
    // As after an offer that fell through: none is to be booked.
    dueOnceAssessed: {
      provider: {
        what: 'Decide',
        then: 'Offer a bedspace, add to the waiting list, book another assessment, or decline.',
      },
      referrer: { what: 'The provider decides' },
    },
    short: 'decide',
    next: 'The provider books an assessment or decides',
  },
  assessment_booked: {
    due: {
      provider: { what: 'Decide', then: 'Offer a bedspace, add to the waiting list, or decline.' },
      referrer: { what: 'The provider decides' },
    },
    short: 'decide',
    next: 'The provider assesses, then decides',
  },
  waiting_list: {
    due: {
      provider: {
        what: 'Say whether the person is still on the list',
        then: 'Every 14 days, so that nobody waits for nothing.',
      },
      referrer: { what: 'The provider says whether the person is still on the list' },
    },
    short: 'say if still waiting',
    next: 'The provider says every 14 days that it still waits',
  },
  offered: {
    due: {
      provider: {
        what: 'The referrer records the answer',
        then: 'After that the offer expires, and the bedspace is no longer held. The first time the referral is under review again, the second time it ends.',
      },
      referrer: {
        what: 'Record the person’s answer',
        then: 'After that the offer expires, and the bedspace is no longer held. The first time the referral is under review again, the second time it ends.',
      },
    },
    short: 'answer',
    next: 'Record the person’s answer before the offer expires',
    look: OFFERED,
  },
  accepted: {
    due: {
      provider: {
        what: 'Record the arrival, or phone the referrer',
        then: 'The person may still come, up to the latest arrival. A no-show is recorded from noon of the next working day.',
      },
      referrer: {
        what: 'The provider records the arrival, or phones you',
        then: 'The person may still come, up to the latest arrival. Agree with the service who meets the person, and when.',
      },
    },
    dueWithoutDate: WITHOUT_DATE,
    short: 'news of the arrival',
    next: 'The provider records the arrival: agree it with them',
    look: HELD,
  },
  awaiting_approval: {
    due: {
      provider: {
        what: 'The referrer says whether the address is approved',
        then: 'The bedspace stays held.',
      },
      referrer: {
        what: 'Record whether the address is approved',
        then: 'Where probation refuses it, record that: the bedspace is free again, and the provider is told.',
      },
    },
    short: 'approval',
    next: 'Record the approval, or chase it',
    look: HELD,
  },
  to_reconfirm: {
    due: {
      provider: { what: 'Reconfirm the place, or decline', then: 'The bedspace stays held until you do.' },
      referrer: { what: 'The provider reconfirms the place', then: 'The bedspace stays held.' },
    },
    dueWithoutDate: WITHOUT_DATE,
    short: 'reconfirm',
    next: 'The provider confirms the place again',
    look: OFFERED,
  },
  arrived: {
    due: {
      provider: { what: 'Check that the stay goes well', then: 'Record the departure when it ends.' },
      referrer: { what: 'The person has arrived; the stay is looked at' },
    },
    next: 'The person has arrived',
    look: HELD,
  },
  parked: {
    due: {
      provider: {
        what: 'Parked: the person said yes to another place',
        then: 'Nothing is to be done: you are told if it comes back, or once it has closed.',
      },
      referrer: {
        what: 'Parked: the person said yes to another place',
        then: 'Reopen this one if that place falls through. It closes when the person arrives there.',
      },
    },
    dueWithoutPlace: {
      what: 'Parked, and no accepted place is left',
      then: 'Reopen it to take it up again: the provider is told.',
    },
    next: 'Another place was accepted: reopen this if it falls through',
    nextWithoutPlace: 'No accepted place is left: reopen this to take it up again',
  },
  declined: { next: 'Ended: the provider declined' },
  refused: { next: 'Ended: the person refused' },
  withdrawn: { next: 'Ended: withdrawn' },
  expired: { next: 'Ended: the offer expired' },
  no_show: { next: 'Ended: the person did not arrive' },
  departed: { next: 'Ended: the person has left' },
  placed_elsewhere: { next: 'Ended: placed elsewhere' },
}

/** The words of a state. */
export function wordsOf(state: ReferralState): StateWords {
  return STATES[state]
}

/** What happens next with a referral that is open, as its referrer reads it, and whether it is hers to do. */
export interface NextWords {
  words: string
  isOwn: boolean
}

/** @param placeStands whether the person has a place she said yes to, or lives in */
export function nextWords(state: ReferralState, placeStands: boolean): NextWords {
  const { next, nextWithoutPlace } = STATES[state]
  if (!placeStands && nextWithoutPlace) return { words: nextWithoutPlace, isOwn: true }
  return { words: next, isOwn: actsNext(state) === 'referrer' }
}
