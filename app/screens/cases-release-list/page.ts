import type { ListChange } from '~/domain/release-list/compare-list'
import { MOST_TICKS, peopleLine } from '~/domain/release-list/list-form'
import type { ListedPerson } from '~/domain/release-list/read-list'
import type { ApplyListResult } from '~/domain/release-list/apply-list.server'
import { formatDayLong, type Day } from '~/domain/time/calendar'

const KIND_TITLES = {
  new: 'New on the list',
  moved: 'Leave on another day',
  gone: 'No longer on the list',
} as const
type ChangeKind = keyof typeof KIND_TITLES

interface Line {
  key: string
  who: string
  what: string
  /** The team's case, open or closed. */
  caseId: string | null
  note: string | null
}

/** What a list would change, in words. */
export interface Preview {
  people: string
  groups: { kind: ChangeKind; title: string; lines: Line[] }[]
  unchanged: number
  women: number
  men: number
  /** How many changes more there are than fit on one form. */
  more: number
}

export function previewOf(people: readonly ListedPerson[], changes: readonly ListChange[]): Preview {
  const all = changes.filter(({ kind }) => kind !== 'unchanged')
  const shown = all.slice(0, MOST_TICKS)
  return {
    people: peopleLine(people),
    groups: (Object.keys(KIND_TITLES) as ChangeKind[])
      .map(kind => ({
        kind,
        title: KIND_TITLES[kind],
        lines: shown.filter(each => each.kind === kind).map(lineOf),
      }))
      .filter(({ lines }) => lines.length > 0),
    unchanged: changes.length - all.length,
    women: people.filter(({ sex }) => sex === 'woman').length,
    men: people.filter(({ sex }) => sex === 'man').length,
    more: all.length - shown.length,
  }
}

function lineOf({ key, prisonNumber, sex, from, to, known, kind }: ListChange): Line {
  const who = prisonNumber ?? (known ? 'The person of this case' : 'Somebody without a case here')
  return {
    key,
    who: `${who}, ${sex}`,
    what: daysWords(from, to),
    caseId: known?.caseId ?? null,
    note: noteOf(kind, known),
  }
}

/** 'from 4 January 2027 to 12 January 2027', or the one day there is. */
function daysWords(from: Day | null, to: Day | null): string {
  const [one, other] = [from, to].flatMap(day => (day === null ? [] : formatDayLong(day)))
  return other === undefined ? (one ?? '') : `from ${one} to ${other}`
}

function noteOf(kind: ListChange['kind'], known: ListChange['known']): string | null {
  if (known === null) return 'No case yet'
  if (known.isClosed) return 'The case is closed already, and stays closed'
  return kind === 'gone' ? 'The case stays open, on its day: look at it' : null
}

/** What the page says of a list that was taken over. */
export function appliedWords({
  added,
  moved,
  removed,
  casesMoved,
}: Extract<ApplyListResult, { ok: true }>): string {
  const cases = casesMoved === 1 ? '1 case was moved' : `${casesMoved} cases were moved`
  return `The list is taken over: ${added} new, ${moved} on another day, ${removed} no longer on it. ${cases}`
}

export const NOT_APPLIED: Readonly<
  Record<Extract<ApplyListResult, { ok: false }>['reason'] | 'no_file', string>
> = {
  no_file: 'Choose the file of the release list',
  nothing_ticked: 'Tick what to take over. Nothing is changed without a tick',
  stale: 'Somebody changed the list or a case meanwhile. This is how it stands now: tick again',
  not_moved:
    'A case could not be moved, so nothing was changed. Tick again, or move that case on its own page',
  different: 'This list was sent before with other ticks. This is how it stands now',
}
