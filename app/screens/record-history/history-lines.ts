import { changeLines, type RecordChange } from '~/domain/record-change/change-words'
import { formatInstant } from '~/domain/time/calendar'
import { TABLE_WORDS } from './table-words'

export interface ChangeShown {
  id: string
  when: string
  at: string
  by: string
  lines: string[]
}

/** Changes in words, those made at once by one person together; what says nothing that anybody typed is left out. */
export function historyLines(changes: readonly RecordChange[]): ChangeShown[] {
  const shown: ChangeShown[] = []
  for (const change of changes) {
    const lines = changeLines(change, TABLE_WORDS[change.table])
    if (lines.length === 0) continue
    const at = change.happenedAt.toISOString()
    const by = change.by ?? 'Throughgate'
    const last = shown.at(-1)
    // The latest comes first; what was done at once is said in the order of doing.
    if (last?.at === at && last.by === by) last.lines.unshift(...lines)
    else shown.push({ id: change.id, when: formatInstant(change.happenedAt), at, by, lines })
  }
  return shown
}
