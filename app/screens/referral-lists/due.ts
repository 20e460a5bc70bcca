import { londonDay, relativeDay, type Day } from '~/domain/time/calendar'
import { dayOrYear, timeAndDay } from '~/domain/time/near-time'
import { isRingNow, outDays, ringOnTheDay, type RingOnTheDay } from '~/domain/referral/due'
import type { Side } from '~/domain/referral/referral'
import type { ReferralState } from '~/domain/referral/states'
import { type DueWords, wordsOf } from './states'

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
  /** It is parked, and the place it was parked for is no more: the referrer may take it up again. */
  isReopenable?: boolean
  /** Whom to ring where no clock is left. */
  ring: { name: string; phone: string | null }
  /** Of the provider, to whoever referred; left out for none. */
  outOfHoursPhone?: string | null
  /** The latest offer; a landlord may hold the bedspace for a shorter time than there is to answer. */
  offer?: { expiresAt: Date; isHeld: boolean; heldUntil: Date | null } | null
}

/** What the banner of a referral says now, or null where nothing is due. */
export function dueNotice(referral: DueFacts, now: Date): DueNotice | null {
  const words = wordsFor(referral)
  if (!words) return null
  const { dueAt, late, state, releaseOn } = referral
  const out = outWords(releaseOn, londonDay(now))
  const onTheDay = referral.side === 'referrer' ? ringOnTheDay(state, releaseOn, now) : null
  const call = ringWords(numberFor(referral, onTheDay))
  if (out !== null && isRingNow(state, releaseOn, now))
    return { lead: `${out}: ${call}.`, then: `${words.what}. No time is left to wait.`, tone: 'late' }
  if (out !== null && onTheDay !== null)
    return {
      lead: `${out}, and nothing says that the person has arrived: ${call}.`,
      then: `${words.what}. Nobody is a no-show, and no bed is freed, before noon of the next working day.`,
      tone: 'late',
    }
  const then = heldWords(referral, now) ?? words.then ?? null
  const isMine = referral.isReopenable || referral.actsNext === referral.side
  if (dueAt === null) return { lead: `${words.what}.`, then, tone: isMine ? 'due' : 'waiting' }
  if (late) return { lead: `${words.what}: this was due ${atWords(dueAt, now)}.`, then, tone: 'late' }
  return { lead: `${words.what} by ${timeAndDay(dueAt, now)}.`, then, tone: isMine ? 'due' : 'waiting' }
}

function wordsFor(facts: DueFacts): DueWords | undefined {
  const { releaseOn, state, side, assessmentAt, isReopenable } = facts
  const { due, dueWithoutDate, dueOnceAssessed, dueWithoutPlace } = wordsOf(state)
  if (isReopenable && dueWithoutPlace) return dueWithoutPlace
  const words = (releaseOn === null && dueWithoutDate) || (assessmentAt && dueOnceAssessed) || due
  return words?.[side]
}

/** The second clock of an offer whose bedspace is held for a shorter time than there is to answer; else null. */
function heldWords({ state, offer }: DueFacts, now: Date): string | null {
  if (state !== 'offered' || !offer) return null
  if (!offer.isHeld) return 'The bedspace is not held: the yes is what takes it, if it is still free.'
  if (offer.heldUntil === null || offer.heldUntil >= offer.expiresAt) return null
  return `The bedspace is held only until ${timeAndDay(offer.heldUntil, now)}: after that the yes takes it if it is still free.`
}

/** 'Out today', 'Out tomorrow', 'Out since Fri 20 November'; a day to come: 'Out on Mon 30 November'. null for no day. */
function outWords(releaseOn: Day | null, today: Day): string | null {
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

/** After 20:00 the line out of hours, where one is stated. */
function numberFor({ ring, outOfHoursPhone }: DueFacts, onTheDay: RingOnTheDay | null): DueFacts['ring'] {
  if (onTheDay !== 'out_of_hours' || !outOfHoursPhone) return ring
  return { name: `the out-of-hours line of ${ring.name}`, phone: outOfHoursPhone }
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
  const what = wordsOf(state).short
  if (!what || dueAt === null) return null
  return dueAt < now ? `${what} was due ${atWords(dueAt, now)}` : `${what} by ${timeAndDay(dueAt, now)}`
}

function atWords(instant: Date, now: Date): string {
  return `at ${timeAndDay(instant, now)}`
}
