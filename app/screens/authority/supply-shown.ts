import { isOverdue, type RegisterEntry, standingWords } from '~/domain/action/entry'
import { subjectWords } from '~/domain/action/gap'
import type { GridCell } from '~/domain/supply/supply'
import { SUPPLY_OUTCOMES, type SupplyOutcome } from '~/domain/supply/cell'
import { type Day, formatDayLong, londonDay } from '~/domain/time/calendar'

export interface GridCellShown {
  label: string
  outcome: SupplyOutcome
  words: string
  /** "18 beds, 4 free". */
  beds: string
  /** When the policies were last verified, of the longest ago. */
  verified: string
}

export interface GapShown {
  id: string
  gap: string
  words: string
  owner: string
  due: string
  standing: string
  isOverdue: boolean
}

/** What there is to ask for, a cell in words. */
export function gridShown(grid: readonly GridCell[]): GridCellShown[] {
  return grid.map(cell => ({
    label: cell.label,
    outcome: cell.outcome,
    words: SUPPLY_OUTCOMES[cell.outcome],
    beds: bedsWords(cell),
    verified: cell.verifiedAt ? formatDayLong(londonDay(cell.verifiedAt)) : '–',
  }))
}

export function gapsShown(gaps: readonly RegisterEntry[], today: Day): GapShown[] {
  return gaps.map(entry => ({
    id: entry.id,
    gap: subjectWords(entry.subject),
    words: entry.words,
    owner: entry.owner,
    due: entry.dueOn ? formatDayLong(entry.dueOn) : 'no date',
    standing: standingWords(entry, today),
    isOverdue: isOverdue(entry, today),
  }))
}

/** A red cell names no free bed: what exists there does not take her. */
function bedsWords({ outcome, beds, free, confidential }: GridCell): string {
  if (outcome === 'none') return 'no such place'
  if (confidential > 0 && beds === 0) return 'beds not shown: confidential'
  if (outcome === 'not_confirmed') return 'nobody has said'
  const all = beds === 1 ? '1 bed' : `${beds} beds`
  if (outcome === 'does_not_take') return `${all}, none for her`
  return free === null ? `${all}, vacancies not confirmed` : `${all}, ${free} free`
}
