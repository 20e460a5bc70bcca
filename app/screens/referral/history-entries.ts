import { historyChange } from '~/domain/referral/changes/change-words'
import { fromWhereItStood, type NotedChange } from '~/domain/referral/changes/standing-changes'
import { type HistoryWords, historyWords } from './history-line'
import type { ReferralView } from '~/domain/referral/record/referral-queries.server'

/**
 * The history of a referral for a reader, the latest first: what happened, what each change changed, and, for the referring team,
 * the changes the provider is not told of.
 */
export function historyEntries(
  { history, side, tier, ...referral }: Pick<ReferralView, 'history' | 'noted' | 'side' | 'tier'>,
  now: Date,
): HistoryWords[] {
  const noted = side === 'referrer' ? fromWhereItStood(referral.noted) : referral.noted
  const lines = history.map(line => {
    const words = historyWords(line, tier, now)
    const change = noted.find(each => each.historyId === line.id)
    return line.event === 'changed' ? { ...words, ...historyChange(change, side) } : words
  })
  const untold = noted.filter(each => !each.told).map(each => untoldLine(each, side, now))
  return [...untold, ...lines].sort((a, b) => b.at.localeCompare(a.at))
}

function untoldLine(noted: NotedChange, side: ReferralView['side'], now: Date): HistoryWords {
  const line = { id: noted.id, at: noted.changedAt, event: 'changed', byPerson: null, byOrganisation: null }
  return {
    ...historyWords({ ...line, codes: [], note: null }, 1, now),
    ...historyChange(noted, side),
    note: 'The provider is not told',
  }
}
