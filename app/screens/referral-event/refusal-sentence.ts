import { formatDayLong, formatInstant } from '~/domain/time/calendar'
import { readyWords } from '~/domain/vacancy/free/last-day'
import { type ScreenEvent, screenOf } from '~/domain/referral/events/registry'
import type { Requirement } from '~/domain/referral/requirement'
import { stateLabel } from '~/domain/referral/states'
import { type EndOfDays, type Refusal, type RefusalReason, refusalText } from '~/domain/referral/refusal'

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

/** Which day cannot be, what stands in its way, and what is done about that: of each event that refuses one. */
const WRONG_DAY: Partial<Record<ScreenEvent, string>> = {
  arrive: 'The day the person is expected to leave must come after today and after the day of arrival',
  change_stay_end: 'The day must be today or later. Where the person has left, record the departure instead',
  correct_departure:
    'The day must not be before the person arrived. Where the day of arrival is wrong, undo first how the stay ended, then correct that',
  depart:
    'The day must not be before the person arrived. Where the day of arrival is wrong, correct that first',
  move_stay:
    'The day must not be before the person came to the room so far. Choose that day, where they slept there at no time, or a later one',
  offer: 'The last day must come after the first night. Choose a later last day',
  plan_move: 'The day must be after today. Where the person has moved already, record the move instead',
}

/** What ends the days of a room, by a day as it is written, and what is done where the stay began later. */
const ENDS_BEFORE: Record<EndOfDays, (day: string) => string> = {
  left: day => `The person left that room on ${day}. Choose an earlier day`,
  to_move: day =>
    `The person is to move to another room on ${day}, before that day. Change the planned move first, or choose an earlier day`,
  sure: day =>
    `The stay is sure to end on ${day}, before that day. Say first until when it goes on, or choose an earlier day`,
  promised: day =>
    `The room is promised to somebody else from ${day}. Settle that promise first, or choose an earlier day`,
}

/** The refusals whose sentence holds more than their name. */
const SENTENCES: { [Reason in RefusalReason]?: Sentence<Reason> } = {
  missing: ({ missing }) => MISSING[missing],
  dates_invalid: ({ reason }, event) => WRONG_DAY[event] ?? refusalText(reason),
  ends_before: ({ endsOn, because }) => ENDS_BEFORE[because](formatDayLong(endsOn)),
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
