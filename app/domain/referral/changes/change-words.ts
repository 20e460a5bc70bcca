import type { Outcome } from '../../eligibility/decision'
import { timeAndDay } from '../../time/near-time'
import { authorities } from '../../area/region'
import type { Side } from '../referral'
import { isOpen, type ReferralState } from '../states'
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

/** Nothing stands in the way: a policy that says nothing of it fits as well. */
const FAVOURABLE: readonly Outcome[] = ['eligible', 'not_applicable']

const VERDICTS: Record<Outcome, string> = {
  not_applicable: 'No longer in question',
  eligible: 'Now fits the policy',
  discuss: 'Now to discuss',
  not_eligible: 'Now does not fit the policy',
}

type Told = Pick<Standing, 'changes' | 'somethingToTell' | 'rungAt'>

export const SOMETHING_TO_TELL = 'The referrer has something to tell you'

/** True while a provider has not said that it rang about what it may not read. */
function callsToRing({ somethingToTell, rungAt }: Told): boolean {
  return somethingToTell && rungAt === null
}

/** The notice for a reader, or null where nothing stands changed that is not said elsewhere. */
export function changeNotice(
  standing: Told,
  reader: { side: Side; referrerPhone: string | null },
  now: Date,
): ChangeNotice | null {
  const { changes } = standing
  const isToRing = callsToRing(standing)
  if (changes.length === 0 && !isToRing) return null
  return {
    title: changes.length > 0 ? 'Changed since it was referred' : `${SOMETHING_TO_TELL}: ring`,
    lines: changes.map(change => standingWords(change, reader.side, now)),
    ring: isToRing
      ? { text: changes.length > 0 ? `${SOMETHING_TO_TELL}: ring` : 'Phone', phone: reader.referrerPhone }
      : null,
  }
}

/** What is ticked before an offer or a yes; null where nothing is unread. Of what the page may not say a provider is told by phone. */
export function toBeTicked({ unread, ...standing }: Standing): string | null {
  const { changes } = standing
  if (unread === 0) return null
  if (!callsToRing(standing)) return 'I have read what changed'
  return changes.length > 0 ? 'I have read what changed and rung the referrer' : 'I have rung the referrer'
}

/** What a list says of it; `ring` where the answers it shows are those of the day of the referral. */
export interface ListedChange {
  words: string
  ring: boolean
}

/** What a list says of what changed, or null; nothing of a referral that has ended. */
export function listedChange(standing: Standing, side: Side, state: ReferralState): ListedChange | null {
  const { changes, somethingToTell } = standing
  if (!isOpen(state)) return null
  if (callsToRing(standing)) return { words: 'Ring the referrer', ring: true }
  if (somethingToTell) return { words: 'Told by phone', ring: true }
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
  // Passed on with nothing to read of it: answers are open again by which nothing comes out otherwise.
  const isOpen = details.length > 0 || (noted?.passedOn === true && noted.tier === 1)
  return { what: isOpen ? 'Changed since it was referred' : SOMETHING_TO_TELL, details }
}

/** The fact first, then what it does: 'Arson: none recorded → conviction. Still fits the policy'. */
export function detailWords(detail: Worded): string {
  const { fact, verdict } = partsOf(detail)
  return verdict === null ? fact : `${fact}. ${verdict}`
}

type Worded = Pick<NotedDetail, 'title' | 'before' | 'after' | 'cause'>

function partsOf({ title, before, after, cause }: Worded) {
  const why = cause === 'policy' ? ', since the policy changed' : ''
  const known = [before.known, after.known].flatMap(each => (each ? [inSentence(each)] : []))
  if (known.length === 0 && before.outcome === after.outcome)
    return { fact: `${title}: ${OUTCOME_WORDS[after.outcome]}${why}`, verdict: null }
  if (known.length === 0)
    return {
      fact: `${title}: ${OUTCOME_WORDS[before.outcome]} → ${OUTCOME_WORDS[after.outcome]}${why}`,
      verdict: null,
    }
  const fact = `${title}: ${[...new Set(known)].join(' → ')}`
  const still = FAVOURABLE.includes(before.outcome) && FAVOURABLE.includes(after.outcome)
  return { fact, verdict: `${still ? 'Still fits the policy' : VERDICTS[after.outcome]}${why}` }
}

function standingWords(change: StandingChange, side: Side, now: Date): string {
  const { fact, verdict } = partsOf(change)
  const when = `${fact}, at ${timeAndDay(change.at, now)}`
  const words = verdict === null ? when : `${when}. ${verdict}`
  return side === 'provider' ? words : `${words}. ${learns(change)}`
}

/** What the provider learns of it, said to the officer. */
function learns({ silent, passedOn }: StandingChange): string {
  if (silent) return 'The provider is not told'
  return passedOn ? 'The provider reads it, as far as was agreed' : 'The provider reads only: ring'
}

/** 'None recorded' → 'none recorded'; names of places and of benefits stay as they are. */
function inSentence(known: string): string {
  const isName =
    !/^[A-Z][a-z]+\b(?! [A-Z])/.test(known) || authorities.some(({ name }) => known.startsWith(name))
  return isName ? known : known.charAt(0).toLowerCase() + known.slice(1)
}
