import type { z } from 'zod'
import type { Day } from '../../time/calendar'
import type { DayFacts } from '../../time/span'
import type { Reason } from '../reasons'
import type { Side } from '../referral'
import type { RefusalReason } from '../refusal'
import type { ReferralState } from '../states'
import type { Message } from './message'

/**
 * One event, whole, but for its rows in the table of the lifecycle and what it does (act.server.ts beside it): words, form,
 * history, who is told. Every table of the events is made of these. Safe for the browser.
 */
export interface EventSpec {
  /** Its title in the history: 'Offer taken back'. */
  happened: string
  /** Who is told; nobody where each side sees it on its own screen. */
  tells: readonly Notice[]
  /** What was, and what is now, of the codes that its history keeps: a line each. */
  inHistory?: (codes: readonly string[]) => readonly string[]
  /** The reasons it asks for. */
  reasons?: readonly Reason[]
  /** How an offer that ends with it is said to have ended (offer.ending). */
  endsOffer?: string
  /** Left out for what the clock or the system does. */
  screen?: EventScreen
}

/** Who is told of an event, and how. */
export interface Notice {
  to: Side
  message: Message
  /** Left out where it is told always. */
  when?: (from: string | null, to: string, codes: readonly string[]) => boolean
  /** Every officer of the team, not only the one who wrote the referral. */
  wholeTeam?: true
  /** The named assessor alone, and everybody only where there is none. */
  onlyAssessor?: true
  /** At most one an hour a referral to each person. */
  hourly?: true
}

/** What somebody sees who makes an event happen from a referral's page. */
export interface EventScreen {
  words: EventWords
  /** What it says instead of a referral in a state. */
  wordsFrom?: Partial<Record<ReferralState, Partial<EventWords>>>
  /** What it says instead where it leads to a state. */
  wordsTo?: Partial<Record<ReferralState, Partial<EventWords>>>
  /** What it says instead where its history keeps a code: how it turned out. */
  wordsOf?: Readonly<Record<string, Partial<EventWords>>>
  /** What it says instead where a move of the stay is planned already. */
  wordsPlanned?: Partial<EventWords>
  form: (days: EventDays) => z.ZodType<object>
  /** What its page shows besides: the bedspaces to choose from for an offer, other rooms for the days that are promised, the offer to be answered, the question that was asked. */
  shows?: 'bedspaces' | 'rooms' | 'offer' | 'question'
  /** What its form holds at first: days, and what was chosen before. */
  start?: (days: StartDays) => Readonly<Record<string, string | null>>
  /** The field a refusal that came later stands beside. */
  refusedAt?: Partial<Record<RefusalReason, string>>
  /** What to do where the bedspace is taken meanwhile. */
  whenTaken?: string
  /** What to do where the days that were promised are over. */
  whenOver?: string
  /** Says no: a warning button. */
  isWarning?: true
  /** Never the first thing to do, however short the list. */
  isNeverFirst?: true
  /** Would be refused for certain: no button. */
  isPointless?: (at: ButtonMoment) => boolean
  /** Can be done before its day, and nothing invites to it. */
  isEarly?: (at: ButtonMoment) => boolean
}

/** What an event's own page and its banner say. */
export interface EventWords {
  /** The h1 of the event's own page. */
  title: string
  /** What it does, and to whom it is told. */
  lede: string
  /** The button that sends the form. */
  button: string
  /** What the banner says when it is done. */
  done: string
  /** Needs no answers: a button on the referral's own page sends it. */
  isOneTap?: true
}

/** Where the banner leads on. */
export interface EventLink {
  text: string
  href: string
}

/** What the dates of an event's form may depend on. */
export type EventDays = DayFacts & { now: Date; referredOn?: Day }

/** What stands now: what is agreed, and the first and the last night of the stay in question: of the offer, or of what could be offered. */
interface StartDays {
  today: Day
  agreedTier: number
  firstNight: Day | null
  lastNight: Day | null
  /** Of the stay itself, once somebody arrived. */
  arrivedOn: Day | null
  departedOn: Day | null
  leavesOn: Day | null
  departure: string | null
  isSure: boolean
  /** Of a move that is planned: the day, and the room. */
  movesOn: Day | null
  movesTo: string | null
}

/** What decides whether a button makes sense now. */
export interface ButtonMoment {
  today: Day
  releaseOn: Day | null
  /** The viewer is the named assessor already. */
  isOwnAssessor: boolean
  /** There is no offer to extend, or it was extended. */
  isExtended: boolean
  /** Something else claims the bedspace on the days that would be reconfirmed. */
  isBlocked: boolean
  /** The day the person is expected; null without an offer. */
  expectedOn: Day | null
  /** When a no-show can be recorded, where that is still to come. */
  noShowFrom: Date | null
}
