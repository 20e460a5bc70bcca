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

/** The refusals whose sentence holds more than their name. */
const SENTENCES: { [Reason in RefusalReason]?: Sentence<Reason> } = {
  missing: ({ missing }) => MISSING[missing],
  too_early_for_no_show: ({ reason, from }) =>
    `${refusalText(reason)} That is from ${formatInstant(new Date(from))}.`,
  bedspace_taken: ({ until }, event) =>
    `That bedspace is taken on some of these days, ${readyWords(until)}. ${screenOf(event).whenTaken ?? 'Nothing was changed'}`,
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
