import { formatInstant } from '../region/calendar'
import type { Requirement } from './lifecycle'
import { type Refusal, refusalText } from './refusal'

const MISSING: Record<Requirement, string> = {
  agreement: 'Record the person’s agreement',
  reason: 'Choose the main reason',
  note: 'Write a few words',
  items: 'Choose at least one thing you need',
  assessment: 'Enter the day, the time and how',
  bedspace: 'Choose a bedspace',
  agreement_answer: 'Record the person’s answer',
  stay: 'Enter the day of arrival and the day the person is expected to leave',
  departure: 'Enter the day of departure and how the stay ended',
}

/** A refusal that can be mended in the form, with what mends it. Safe for the browser. */
export function refusalSentence(refusal: Refusal): string {
  if (refusal.reason === 'missing') return MISSING[refusal.missing]
  if (refusal.reason === 'too_early_for_no_show')
    return `${refusalText(refusal.reason)} That is from ${formatInstant(new Date(refusal.from))}.`
  return refusalText(refusal.reason)
}
