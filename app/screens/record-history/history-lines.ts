import { changeLines, type RecordChange, type WordsStruck } from '~/domain/record-change/change-words'
import { type OldWords, oldWordsIn } from '~/domain/record-change/old-words'
import { UNREAD_WHY } from '~/domain/entry/hidden/unread'
import { struckBy } from '~/screens/struck/struck-by'
import { labelOf } from '~/domain/words/codes'
import { inSentence } from '~/domain/words/english'
import { formatInstant } from '~/domain/time/calendar'
import { TABLE_WORDS } from './table-words'

export interface ChangeShown {
  id: string
  when: string
  at: string
  by: string
  lines: string[]
  /** Old words that the reader may strike out. */
  strikes: OldWords[]
}

/** Changes in words, those made at once by one person together; what says nothing that anybody typed is left out. `mayStrike` says in which tables the reader may strike words out. */
export function historyLines(
  changes: readonly RecordChange[],
  mayStrike: (table: string) => boolean = () => false,
): ChangeShown[] {
  const shown: ChangeShown[] = []
  for (const change of changes) {
    const words = TABLE_WORDS[change.table]
    const lines = [...changeLines(change, words)]
    if (lines.length === 0) continue
    lines.push(...new Set(change.struck.map(struck => struckLine(struck, change))))
    const strikes = mayStrike(change.table) ? oldWordsIn(change, words) : []
    const at = change.happenedAt.toISOString()
    const by = change.by ?? 'Throughgate'
    const last = shown.at(-1)
    // The latest comes first; what was done at once is said in the order of doing.
    if (last?.at === at && last.by === by) {
      last.lines.unshift(...lines)
      last.strikes.unshift(...strikes)
    } else shown.push({ id: change.id, when: formatInstant(change.happenedAt), at, by, lines, strikes })
  }
  return shown
}

/** 'Words were struck out by Ann Lee, 3 February 2027, 09:12'; 'Site “Mill”, Address: words were struck out by …' where the column is kept. */
function struckLine({ place, by, at, why }: WordsStruck, { table, called }: RecordChange): string {
  const column = place && (TABLE_WORDS[table]?.words[place] ?? place)
  const of = [called ?? [], column ?? []].flat().join(', ')
  const what = column === null ? 'Words were struck out' : `${of}: words were struck out`
  const unread = why === null ? '' : `, unread: ${inSentence(labelOf(UNREAD_WHY, why))}`
  return `${struckBy({ by, at }, what)}${unread}`
}
