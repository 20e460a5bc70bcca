import { codesOf } from '../words/codes'

/**
 * Reasons are category + reason, a primary and up to two more, and a note; each says what it means for reporting (product.md,
 * "Reasons are"). A code reads 'category.reason' and is stored as it is. Safe for the browser.
 */

/** U unmet need, R resolved elsewhere, P process. */
export type ReportingMeaning = 'U' | 'R' | 'P'

export interface Reason {
  code: string
  /** The heading it is listed under. */
  category: string
  label: string
  meaning: ReportingMeaning
}

export const REASON_NOTE_LIMIT = 300
export const MORE_REASONS_LIMIT = 2

/** The reason that stops all reading at once, tier 1 too. */
export const AGREEMENT_WITHDRAWN = 'withdrawn.agreement_withdrawn'

/** The reason of what was sent for a case that was opened by mistake. */
export const SENT_IN_ERROR = 'withdrawn.error'

/** The reason why a place falls through while its address waits for approval, and nothing else is there to offer. */
export const ADDRESS_REFUSED = 'eligibility.address_refused'

/** The reason after which the bedspace is no free one either: its void is to be added. */
export const BEDSPACE_UNUSABLE = 'take_back.bedspace_unusable'

/** How a stay ended. Kept on the placement, not among the reasons. */
export const DEPARTURE_LABELS = {
  planned: 'Planned move-on',
  evicted: 'Evicted',
  abandoned: 'Abandoned',
  recalled: 'Recalled',
  unsafe: 'Not safe to stay',
  hospital: 'Hospital',
  died: 'Died',
}
export type Departure = keyof typeof DEPARTURE_LABELS
export const DEPARTURES = codesOf(DEPARTURE_LABELS)

/** A primary reason and up to two more. "Other" needs words. */
export interface GivenReasons {
  primary: string
  others: readonly string[]
  note: string | null
}

/** What is wrong with the reasons given from a list, or null: an unknown code, too many, one twice, "other" without words. */
export function reasonsProblem(
  list: readonly Reason[],
  given: GivenReasons,
): 'reason_unknown' | 'reason_twice' | 'reasons_too_many' | 'other_needs_words' | 'note_too_long' | null {
  const codes = [given.primary, ...given.others]
  if (codes.some(code => !list.some(reason => reason.code === code))) return 'reason_unknown'
  if (new Set(codes).size !== codes.length) return 'reason_twice'
  if (given.others.length > MORE_REASONS_LIMIT) return 'reasons_too_many'
  if ((given.note?.length ?? 0) > REASON_NOTE_LIMIT) return 'note_too_long'
  return codes.some(isOther) && !given.note?.trim() ? 'other_needs_words' : null
}

function isOther(code: string): boolean {
  return code.endsWith('.other')
}

/** The reasons under one heading that mean the same for reporting, from code to label. */
export function category(
  key: string,
  heading: string,
  meaning: ReportingMeaning,
  labels: Record<string, string>,
): Reason[] {
  return Object.entries(labels).map(([reason, label]) => ({
    code: `${key}.${reason}`,
    category: heading,
    label,
    meaning,
  }))
}
