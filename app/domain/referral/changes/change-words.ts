import type { Outcome } from '../../eligibility/decision'
import { timeAndDay } from '../../region/near-time'
import type { Side } from '../referral'
import type { AnswerThen } from './compare-decisions'
import type { NotedChange, NotedDetail, Standing, StandingChange } from './standing-changes'

/** What changed since a referral was sent, in words. Safe for the browser. */

/** The notice on a referral's page and above the form of an offer or a yes. */
export interface ChangeNotice {
  title: string
  lines: string[]
  /** To a provider: there is something the page may not say. */
  ring: { text: string; phone: string | null } | null
}

const OUTCOME_WORDS: Record<Outcome, string> = {
  not_applicable: 'does not apply',
  eligible: 'fits',
  discuss: 'to discuss',
  not_eligible: 'does not fit',
}

export const SOMETHING_TO_TELL = 'The referrer has something to tell you'

/** The notice for a reader, or null where nothing stands changed. */
export function changeNotice(
  { changes, somethingToTell }: Standing,
  reader: { side: Side; referrerPhone: string | null },
  now: Date,
): ChangeNotice | null {
  if (changes.length === 0 && !somethingToTell) return null
  return {
    title: changes.length > 0 ? 'Changed since it was referred' : `${SOMETHING_TO_TELL}: ring`,
    lines: changes.map(change => standingWords(change, reader.side, now)),
    ring: somethingToTell
      ? { text: changes.length > 0 ? `${SOMETHING_TO_TELL}: ring` : 'Phone', phone: reader.referrerPhone }
      : null,
  }
}

/** What a list says of it; `ring` where the answers it shows are those of the day of the referral. */
export interface ListedChange {
  words: string
  ring: boolean
}

/** What a list says of what changed, or null. */
export function listedChange({ changes, somethingToTell }: Standing, side: Side): ListedChange | null {
  if (somethingToTell) return { words: 'Ring the referrer', ring: true }
  if (changes.length === 0) return null
  // A provider's list is of tier 1: which answer it was stands on the page.
  if (side === 'provider') return { words: 'Changed since referred', ring: false }
  const named = changes.filter(({ criterion }) => criterion !== 'overall').map(({ title }) => title)
  return { words: ['Changed since referred', named.join(', ')].filter(Boolean).join(': '), ring: false }
}

/** One noting as a line of the history: its title and what it changed, as far as the reader may see that. */
export function historyChange(
  noted: NotedChange | undefined,
  side: Side,
): { what: string; details: string[] } {
  const details = (noted?.details ?? []).map(detailWords)
  if (side === 'referrer') return { what: 'Changed since it was referred', details }
  return { what: details.length > 0 ? 'Changed since it was referred' : SOMETHING_TO_TELL, details }
}

/** 'Arson: fits (None) → does not fit (Conviction)'. */
export function detailWords({
  title,
  before,
  after,
}: Pick<NotedDetail, 'title' | 'before' | 'after'>): string {
  return `${title}: ${answerWords(before)} → ${answerWords(after)}`
}

function standingWords(change: StandingChange, side: Side, now: Date): string {
  const words = `${detailWords(change)}, at ${timeAndDay(change.at, now)}`
  return side === 'provider' ? words : `${words}. ${learns(change)}`
}

/** What the provider learns of it, said to the officer. */
function learns({ silent, passedOn }: StandingChange): string {
  if (silent) return 'The provider is not told'
  return passedOn ? 'The provider reads it, as far as was agreed' : 'The provider reads only: ring'
}

function answerWords({ outcome, known }: AnswerThen): string {
  return known ? `${OUTCOME_WORDS[outcome]} (${known})` : OUTCOME_WORDS[outcome]
}
