import { authorities } from '~/domain/area/region'
import { AGE_CRITERIA, OTHER_CRITERIA, type SupplyCriterion } from '~/domain/supply/criteria'
import type { SupplyQuestion } from '~/domain/supply/columns'
import { SUPPLY_PLACE_CODES, type SupplyPlace } from '~/domain/supply/places'
import type { Day } from '~/domain/time/calendar'
import { writtenDay } from '~/domain/time/day-field'
import type { QueryProblem } from '~/screens/results/read-query'

/** What an address asks of supply. */
export interface SupplySought {
  fromPrison: boolean
  place: SupplyPlace
  /** Everything else she needs, a band of age last. */
  needs: readonly SupplyCriterion[]
  /** The day a bed is wanted; null: today. */
  on: Day | null
  /** The night of an earlier reading; null: as it now stands. */
  reading: Day | null
  /** One authority alone; null: all of them. */
  area: string | null
  showsDates: boolean
}

interface SoughtAndProblems {
  sought: SupplySought
  problems: QueryProblem[]
}

/** From prison is asked apart, because it is asked unless somebody says otherwise. */
export const NEEDS = OTHER_CRITERIA.filter(code => code !== 'from_prison')

const UNKNOWN = 'One of the choices asked for does not exist and was left out'

/** Reads an address. What it cannot follow is left out and named in `problems`; it never throws. */
export function readSought(params: URLSearchParams, today: Day): SoughtAndProblems {
  const problems: QueryProblem[] = []
  const one = <T extends string>(field: string, known: readonly T[]): T | null => {
    const asked = params.get(field) ?? ''
    const found = known.find(each => each === asked) ?? null
    if (found === null && asked !== '') problems.push({ field, message: UNKNOWN })
    return found
  }
  const age = one('age', AGE_CRITERIA)
  const sought: SupplySought = {
    fromPrison: one('from', ['prison', 'anywhere']) !== 'anywhere',
    place: one('place', SUPPLY_PLACE_CODES) ?? 'any',
    needs: [...readNeeds(params, problems), ...(age ? [age] : [])],
    on: readDay(params, 'on', today, problems),
    reading: readDay(params, 'reading', today, problems),
    area: one(
      'area',
      authorities.map(({ code }) => code),
    ),
    showsDates: one('dates', ['yes']) === 'yes',
  }
  return { sought: ofOneDay(sought, problems), problems }
}

/** The address of what is sought, always in the same order, so that equal questions have equal addresses; '' for the usual one. */
export function soughtParams({
  fromPrison,
  place,
  needs,
  on,
  reading,
  area,
  showsDates,
}: SupplySought): string {
  const params = new URLSearchParams()
  if (!fromPrison) params.set('from', 'anywhere')
  if (place !== 'any') params.set('place', place)
  for (const need of NEEDS.filter(each => needs.includes(each))) params.append('with', need)
  const age = ageOf(needs)
  if (age) params.set('age', age)
  if (on) params.set('on', on)
  if (reading) params.set('reading', reading)
  if (area) params.set('area', area)
  if (showsDates) params.set('dates', 'yes')
  return params.size === 0 ? '' : `?${params.toString()}`
}

/** The question of the matrix: a combination is chosen once more is asked than whether she comes from prison. */
export function questionOf({ fromPrison, place, needs }: SupplySought): SupplyQuestion {
  const asks: SupplyCriterion[] = [...(fromPrison ? (['from_prison'] as const) : []), ...needs]
  return { fromPrison, chosen: place === 'any' && needs.length === 0 ? null : { place, asks } }
}

/** The band of age that is asked; null where none is. */
export function ageOf(needs: readonly SupplyCriterion[]): SupplyCriterion | null {
  return needs.find(need => AGE_CRITERIA.includes(need)) ?? null
}

function readNeeds(params: URLSearchParams, problems: QueryProblem[]): SupplyCriterion[] {
  const asked = params.getAll('with').filter(value => value !== '')
  if (asked.some(value => !NEEDS.some(need => need === value)))
    problems.push({ field: 'with', message: UNKNOWN })
  return NEEDS.filter(need => asked.includes(need))
}

function readDay(
  params: URLSearchParams,
  field: 'on' | 'reading',
  today: Day,
  problems: QueryProblem[],
): Day | null {
  const typed = params.get(field)?.trim() ?? ''
  if (typed === '') return null
  const read = writtenDay(field === 'on' ? 'supplyOn' : 'supplyRead', { today }).safeParse(typed)
  if (read.success) return read.data
  problems.push({ field, message: read.error.issues[0]?.message ?? 'Enter a real date' })
  return null
}

/** An earlier reading knows what was free on its own day alone. */
function ofOneDay(sought: SupplySought, problems: QueryProblem[]): SupplySought {
  if (sought.on === null || sought.reading === null) return sought
  problems.push({
    field: 'on',
    message: 'An earlier reading says what was free on its own day: leave the other day empty',
  })
  return { ...sought, on: null }
}
