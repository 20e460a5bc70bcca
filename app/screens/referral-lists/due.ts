import { londonDay, relativeDay, type Day } from '~/domain/time/calendar'
import { dayOrYear, timeAndDay } from '~/domain/time/near-time'
import { isRingNow, outDays } from '~/domain/referral/due'
import type { ReferralState, Side } from '~/domain/referral/referral'

/** Limits in words, for each side of a referral. Safe for the browser. */

export interface DueNotice {
  /** What is to be done by when, or what is waited for. */
  lead: string
  /** What comes after, or what happens otherwise. */
  then: string | null
  tone: 'due' | 'late' | 'waiting'
}

interface DueFacts {
  side: Side
  state: ReferralState
  actsNext: Side | null
  dueAt: Date | null
  late: boolean
  releaseOn: Day | null
  /** An assessment that is booked or was held; null or left out for none. */
  assessmentAt?: Date | null
  /** Whom to ring where no clock is left. */
  ring: { name: string; phone: string | null }
  /** The latest offer; a landlord may hold the bedspace for a shorter time than there is to answer. */
  offer?: { expiresAt: Date; isHeld: boolean; heldUntil: Date | null } | null
}

type Words = { what: string; then?: string }

/** What is due in each state, as each side reads it; 'by …' is put after `what`. A state that waits for nobody has none. */
const DUE: Partial<Record<ReferralState, Record<Side, Words>>> = {
  submitted: {
    provider: {
      what: 'Take it to assess, ask or decline',
      then: 'Then 3 working days to book an assessment.',
    },
    referrer: {
      what: 'The provider takes it to assess, asks or declines',
      then: 'If nothing is said by then, phone.',
    },
  },
  information_requested: {
    provider: {
      what: 'The referrer answers',
      then: 'Nothing closes by itself: you are told when the answer comes.',
    },
    referrer: {
      what: 'Answer what the provider asked',
      then: 'The referral goes back to review when you do.',
    },
  },
  under_review: {
    provider: { what: 'Book an assessment, offer or decline' },
    referrer: { what: 'The provider books an assessment or decides' },
  },
  assessment_booked: {
    provider: { what: 'Decide', then: 'Offer a bedspace, add to the waiting list, or decline.' },
    referrer: { what: 'The provider decides' },
  },
  waiting_list: {
    provider: {
      what: 'Say whether the person is still on the list',
      then: 'Every 14 days, so that nobody waits for nothing.',
    },
    referrer: { what: 'The provider says whether the person is still on the list' },
  },
  offered: {
    provider: {
      what: 'The referrer records the answer',
      then: 'After that the offer expires, and the bedspace is no longer held.',
    },
    referrer: {
      what: 'Record the person’s answer',
      then: 'After that the offer expires, and the bedspace is no longer held.',
    },
  },
  accepted: {
    provider: {
      what: 'Record the arrival, or phone the referrer',
      then: 'The person may still come, up to the latest arrival. A no-show is recorded from noon of the next working day.',
    },
    referrer: {
      what: 'The provider records the arrival, or phones you',
      then: 'The person may still come, up to the latest arrival. Agree with the service who meets the person, and when.',
    },
  },
  awaiting_approval: {
    provider: { what: 'The referrer says whether the address is approved', then: 'The bedspace stays held.' },
    referrer: { what: 'Record that the address is approved', then: 'Where it is not approved, withdraw.' },
  },
  to_reconfirm: {
    provider: { what: 'Reconfirm the place, or decline', then: 'The bedspace stays held until you do.' },
    referrer: { what: 'The provider reconfirms the place', then: 'The bedspace stays held.' },
  },
  parked: {
    provider: {
      what: 'Parked: the person said yes to another place',
      then: 'Nothing is to be done: you are told if it comes back, or once it has closed.',
    },
    referrer: {
      what: 'Parked: the person said yes to another place',
      then: 'Reopen this one if that place falls through. It closes when the person arrives there.',
    },
  },
  arrived: {
    provider: { what: 'Check that the stay goes well', then: 'Record the departure when it ends.' },
    referrer: { what: 'The person has arrived; the stay is looked at' },
  },
}

/** The same where a place is held and nobody knows for when. */
const WITHOUT_DATE: Record<Side, Words> = {
  provider: {
    what: 'The release date is not known: keep holding the bedspace, or phone the referrer',
    then: 'Nothing is cancelled by itself. After that the bedspace can be given to others.',
  },
  referrer: {
    what: 'The release date is not known: record it, or tell the provider what you expect',
    then: 'After that the provider may give the bedspace to others.',
  },
}
const HELD: readonly ReferralState[] = ['accepted', 'to_reconfirm']

/** Back under review with an assessment booked or held, as after an offer that fell through: none is to be booked. */
const ASSESSED: Record<Side, Words> = {
  provider: {
    what: 'Decide',
    then: 'Offer a bedspace, add to the waiting list, book another assessment, or decline.',
  },
  referrer: { what: 'The provider decides' },
}

/** What the banner of a referral says now, or null where nothing is due. */
export function dueNotice(referral: DueFacts, now: Date): DueNotice | null {
  const words = wordsFor(referral)
  if (!words) return null
  const { dueAt, late, state, releaseOn } = referral
  const out = outWords(releaseOn, londonDay(now))
  if (out !== null && isRingNow(state, releaseOn, now))
    return {
      lead: `${out}: ${ringWords(referral.ring)}.`,
      then: `${words.what}. No time is left to wait.`,
      tone: 'late',
    }
  const then = heldWords(referral, now) ?? words.then ?? null
  const isMine = referral.actsNext === referral.side
  if (dueAt === null) return { lead: `${words.what}.`, then, tone: isMine ? 'due' : 'waiting' }
  if (late) return { lead: `${words.what}: this was due ${atWords(dueAt, now)}.`, then, tone: 'late' }
  return { lead: `${words.what} by ${timeAndDay(dueAt, now)}.`, then, tone: isMine ? 'due' : 'waiting' }
}

function wordsFor({ releaseOn, state, side, assessmentAt }: DueFacts): Words | undefined {
  if (releaseOn === null && HELD.includes(state)) return WITHOUT_DATE[side]
  return state === 'under_review' && assessmentAt ? ASSESSED[side] : DUE[state]?.[side]
}

const SHORT: Partial<Record<ReferralState, string>> = {
  submitted: 'take to assess',
  information_requested: 'answer',
  under_review: 'decide',
  assessment_booked: 'decide',
  waiting_list: 'say if still waiting',
  offered: 'answer',
  accepted: 'news of the arrival',
  awaiting_approval: 'approval',
  to_reconfirm: 'reconfirm',
}

/** The second clock of an offer whose bedspace is held for a shorter time than there is to answer; else null. */
function heldWords({ state, offer }: DueFacts, now: Date): string | null {
  if (state !== 'offered' || !offer) return null
  if (!offer.isHeld) return 'The bedspace is not held: the yes is what takes it, if it is still free.'
  if (offer.heldUntil === null || offer.heldUntil >= offer.expiresAt) return null
  return `The bedspace is held only until ${timeAndDay(offer.heldUntil, now)}: after that the yes takes it if it is still free.`
}

/** 'Out today', 'Out tomorrow', 'Out since Fri 20 November'; a day to come: 'Out on Mon 30 November'. null for no day. */
export function outWords(releaseOn: Day | null, today: Day): string | null {
  if (releaseOn === null) return null
  const near = relativeDay(releaseOn, today)
  if (near === 'today' || near === 'tomorrow') return `Out ${near}`
  return `Out ${releaseOn < today ? 'since' : 'on'} ${dayOrYear(releaseOn, today)}`
}

/** 'Out tomorrow', of somebody who stands first in every list; null for anybody else. */
export function outFirst(releaseOn: Day | null, today: Day): string | null {
  const { from, to } = outDays(today)
  return releaseOn !== null && releaseOn >= from && releaseOn <= to ? outWords(releaseOn, today) : null
}

function ringWords({ name, phone }: DueFacts['ring']): string {
  return phone === null ? `ring ${name} now` : `ring ${name} now, ${phone}`
}

/** 'take to assess by 09:12 tomorrow', 'ring now, 0191 496 0000', for a line of a list; null where nothing is due. */
export function dueLine(
  {
    state,
    dueAt,
    releaseOn,
    phone,
  }: Pick<DueFacts, 'state' | 'dueAt' | 'releaseOn'> & { phone: string | null },
  now: Date,
): string | null {
  if (isRingNow(state, releaseOn, now)) return phone === null ? 'ring now' : `ring now, ${phone}`
  const what = SHORT[state]
  if (!what || dueAt === null) return null
  return dueAt < now ? `${what} was due ${atWords(dueAt, now)}` : `${what} by ${timeAndDay(dueAt, now)}`
}

function atWords(instant: Date, now: Date): string {
  return `at ${timeAndDay(instant, now)}`
}
