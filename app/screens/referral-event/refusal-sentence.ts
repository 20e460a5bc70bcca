import { formatDayLong, formatInstant } from '~/domain/time/calendar'
import { readyWords } from '~/domain/vacancy/free/last-day'
import { type ScreenEvent, screenOf } from '~/domain/referral/events/registry'
import type { Requirement } from '~/domain/referral/requirement'
import { stateLabel } from '~/domain/referral/states'
import { type Refusal, type RefusalReason, refusalText } from '~/domain/referral/refusal'

const MISSING: Record<Requirement, string> = {
  agreement: 'Record the person’s agreement',
  reason: 'Choose the main reason',
  note: 'Write a few words',
  items: 'Choose at least one thing you need',
  assessment: 'Enter the day, the time and how',
  bedspace: 'Choose a bedspace',
  agreement_answer: 'Record the person’s answer',
  agreement_extent: 'Choose how much the person agrees to share',
  stay: 'Enter the day of arrival and the day the person is expected to leave',
  days: 'Enter the day',
  departure: 'Enter the day of departure and how the stay ended',
  changes_read: 'Read what changed, then tick that you have',
}

type Sentence<Reason extends RefusalReason> = (
  refusal: Extract<Refusal, { reason: Reason }>,
  event: ScreenEvent,
) => string

/** Which day cannot be, of the events that ask for one day alone. */
const WRONG_DAY: Partial<Record<ScreenEvent, string>> = {
  arrive: 'The day the person is expected to leave must come after today and after the day of arrival',
  change_stay_end: 'The day must be today or later. Where the person has left, record the departure instead',
  correct_arrival: 'The day must come before the person left that room',
  correct_departure: 'The day must not be before the person arrived',
  depart: 'The day must not be before the person arrived',
  move_stay: 'The day must not be before the person came to the room so far',
  plan_move: 'The day must be after today. Where the person has moved already, record the move instead',
}

/** The refusals whose sentence holds more than their name. */
const SENTENCES: { [Reason in RefusalReason]?: Sentence<Reason> } = {
  missing: ({ missing }) => MISSING[missing],
  dates_invalid: ({ reason }, event) => WRONG_DAY[event] ?? refusalText(reason),
  too_early_for_no_show: ({ reason, from }) =>
    `${refusalText(reason)} That is from ${formatInstant(new Date(from))}.`,
  bedspace_taken: ({ until }, event) =>
    `That bedspace is taken on some of these days, ${readyWords(until)}. ${screenOf(event).whenTaken ?? 'Nothing was changed'}`,
  promise_over: ({ reason }, event) => [refusalText(reason), screenOf(event).whenOver].join(' '),
  stay_too_long: ({ claimedFrom, lastOn }) =>
    `That bedspace is claimed from ${formatDayLong(claimedFrom)}. With the turnaround before that, the last day can be ${formatDayLong(lastOn)} at the latest`,
  state_does_not_allow: ({ state }, event) =>
    `“${screenOf(event).words.title}” cannot be done now: the referral stands at ${stateLabel(state)}`,
}

/** The field a refusal that came later stands beside; '' for the form as a whole. */
export function refusalField(event: ScreenEvent, reason: RefusalReason): string {
  return screenOf(event).refusedAt?.[reason] ?? EVERYWHERE[reason] ?? ''
}

const EVERYWHERE: Partial<Record<RefusalReason, string>> = {
  names_person: 'note',
  changes_unread: 'changesRead',
}

/** Why an event was refused and what mends it, beside the form that is drawn again. Safe for the browser. */
export function refusalSentence(refusal: Refusal, event: ScreenEvent): string {
  const sentence = SENTENCES[refusal.reason] as Sentence<RefusalReason> | undefined
  return sentence?.(refusal, event) ?? refusalText(refusal.reason)
}
