import {
  ENDED_LABELS,
  type EndSaid,
  type NobodyFits,
  TRIED_CATEGORIES,
} from '~/domain/nobody-fits/nobody-fits'
import { referralState, stateLabel } from '~/domain/referral/states'
import { formatDayLong, formatInstant } from '~/domain/time/calendar'
import { inSentence } from '~/domain/words/english'

interface Row {
  key: string
  value: string
}

/** What was tried, as it stood when it was put down. */
export function triedRows({ referrals, ...searched }: NobodyFits['tried']): Row[] {
  return [
    { key: 'Searches for the case', value: searchWords(searched) },
    ...(referrals.length === 0
      ? [{ key: 'Referrals', value: 'None' }]
      : referrals.map(({ serviceName, state, category }) => ({
          key: `Referral: ${serviceName}`,
          value: [stateLabel(referralState(state)), categoryWords(category)].filter(Boolean).join(': '),
        }))),
  ]
}

const CATEGORY_WORDS: Readonly<Record<string, string>> = TRIED_CATEGORIES

function categoryWords(category: string | null): string | null {
  return category && (CATEGORY_WORDS[category] ?? null)
}

function searchWords({
  searches,
  lastSearchedOn,
  lastCounts,
}: Omit<NobodyFits['tried'], 'referrals'>): string {
  if (lastSearchedOn === null) return 'None with what decides known, and without words or filters'
  const { eligible = 0, placesToLive = 0, discuss = 0 } = lastCounts ?? {}
  const days = searches === 1 ? 'One' : `${searches}`
  return `${days}, the last on ${formatDayLong(lastSearchedOn)}: ${placesToLive} places to live fitted, ${eligible} services in all, ${discuss} to discuss`
}

/** Where an entry of the queue stands: 'With the coordinator since 27 November 2026, 09:12'. */
export function entryStanding({ agreed, recordedAt, recordedBy, taken, ended }: NobodyFits): string {
  if (ended) {
    const by = ended.by ? ` (${ended.by})` : ''
    return `${ENDED_LABELS[ended.as]}: ${formatInstant(ended.at)}${by}${endedBefore(ended.was)}`
  }
  if (agreed === 'no')
    return `Counts as need since ${formatInstant(recordedAt)} (${recordedBy}). Nobody is sent it: the person said no`
  if (taken) return `${taken.by} of the regional team took it: ${formatInstant(taken.at)}`
  return `Waits for the regional coordinator since ${formatInstant(recordedAt)} (${recordedBy})`
}

/** ' (said before: Nothing was found; put right by Ann Smith, 27 November 2026, 09:12)', or nothing. */
export function endedBefore(was: readonly EndSaid[]): string {
  return was
    .map(
      each =>
        ` (said before: ${inSentence(ENDED_LABELS[each.was])}; put right by ${each.by}, ${formatInstant(each.at)})`,
    )
    .join('')
}

/** What the coordinator wrote, for a table. */
export function answerEntries({ answers }: NobodyFits) {
  return answers.map(({ id, words, at, by }) => ({
    id,
    at: at.toISOString(),
    when: formatInstant(at),
    what: words ?? '',
    by,
  }))
}
