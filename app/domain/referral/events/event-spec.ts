import type { z } from 'zod'
import type { TemplateName } from '~/email/templates'
import type { ReasonPurpose } from '../reasons'
import type { Side } from '../referral'

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

/** Who is told of an event, by which message of app/email/templates. */
export interface Notice {
  to: Side
  template: TemplateName
  /** Every officer of the team, not only the one who wrote the referral. */
  wholeTeam?: true
  /** The named assessor alone, and everybody only where there is none. */
  onlyAssessor?: true
  /** At most one an hour a referral to each person. */
  hourly?: true
}

/**
 * One event, whole, but for its row in the table of the lifecycle and what it does (act.server.ts beside it): words, form,
 * history, who is told. Every table of the events reads it from here. Safe for the browser.
 */
export interface EventSpec<Given = unknown> {
  words: EventWords
  /** Its title in the history: 'Offer taken back'. */
  happened: string
  form: z.ZodType<Given>
  /** What the page asks: the list of reasons, or nothing. */
  asks: { reasons?: ReasonPurpose }
  /** Says no: a warning button, and never the first thing to do. */
  saysNo: boolean
  /** How an offer that ends with it is said to have ended (offer.ending). */
  endsOffer?: string
  tells: readonly Notice[]
}
