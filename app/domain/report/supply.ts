import { isHousing } from '../service/service-kind'
import { type ColumnAnswer, SUPPLY_COLUMNS, type SupplyColumn } from './supply-columns'
import type { SupplyService } from './supply-service'

/**
 * 'yes' and 'case_by_case' are stated and verified; 'stale' is stated, yet not verified for 90 days; 'none' is a
 * verified no from every service; 'not_confirmed' is everything nobody has said or verified: never 'none'.
 */
export type SupplyOutcome = 'yes' | 'case_by_case' | 'stale' | 'none' | 'not_confirmed'

/** What one authority has of one kind of place. Beds are those of the services that give the cell its outcome. */
export interface SupplyCell {
  column: SupplyColumn
  outcome: SupplyOutcome
  services: number
  beds: number
  /** Free today at the services whose vacancies are confirmed; null when none of them is: "not confirmed", not none. */
  free: number | null
  /** Of `beds`, those at services whose vacancies are not confirmed. */
  bedsNotConfirmed: number
  /** The longest-ago confirmation among the services counted; null when one of them never confirmed. */
  lastConfirmedAt: Date | null
  /** The longest-ago verification of a policy among them. */
  verifiedAt: Date | null
}

export interface SupplyRow {
  authorityCode: string
  cells: Record<SupplyColumn, SupplyCell>
}

/** The strongest answer among the services of an authority is the cell's. */
const BEST_FIRST = ['yes', 'case_by_case', 'stale'] as const

/**
 * The coverage matrix (product.md, "Coverage matrix"): each authority against each kind of place. A service counts in
 * every authority it covers, so rows must not be added up.
 */
export function supplyMatrix(
  authorityCodes: readonly string[],
  services: readonly SupplyService[],
): SupplyRow[] {
  const housing = services.filter(service => isHousing(service.kind))
  return authorityCodes.map(authorityCode => ({
    authorityCode,
    cells: cellsFor(housing.filter(service => service.authorities.includes(authorityCode))),
  }))
}

function cellsFor(local: readonly SupplyService[]): Record<SupplyColumn, SupplyCell> {
  return {
    women_only: cell('women_only', local),
    women_only_from_prison: cell('women_only_from_prison', local),
    refuge: cell('refuge', local),
    from_prison: cell('from_prison', local),
    complex_needs: cell('complex_needs', local),
    with_children: cell('with_children', local),
    couples: cell('couples', local),
  }
}

function cell(column: SupplyColumn, local: readonly SupplyService[]): SupplyCell {
  const answers = local.map(service => ({ service, answer: outcomeAt(column, service) }))
  for (const outcome of BEST_FIRST) {
    const giving = answers.filter(each => each.answer === outcome).map(each => each.service)
    if (giving.length > 0) return counted(column, outcome, giving)
  }
  const isKnown = answers.length > 0 && answers.every(each => each.answer === 'none')
  return counted(column, isKnown ? 'none' : 'not_confirmed', [])
}

function outcomeAt(column: SupplyColumn, service: SupplyService): SupplyOutcome {
  const answer = answerForAWoman(column, service)
  if (answer === 'never') return 'none'
  if (answer === null) return 'not_confirmed'
  if (!service.isPolicyVerified) return answer === 'no' ? 'not_confirmed' : 'stale'
  return answer === 'no' ? 'none' : answer
}

/** Housing for men only is no supply for a woman, whatever else it takes. What states no sex may take her. */
function answerForAWoman(column: SupplyColumn, service: SupplyService): ColumnAnswer {
  const answer = SUPPLY_COLUMNS[column].answer(service)
  return answer !== 'never' && service.sex === 'men' ? 'no' : answer
}

function counted(
  column: SupplyColumn,
  outcome: SupplyOutcome,
  services: readonly SupplyService[],
): SupplyCell {
  const confirmed = services.filter(service => service.isVacancyConfirmed)
  const beds = bedsOf(services)
  return {
    column,
    outcome,
    services: services.length,
    beds,
    free: confirmed.length === 0 ? null : confirmed.reduce((sum, service) => sum + service.freeToday, 0),
    bedsNotConfirmed: beds - bedsOf(confirmed),
    lastConfirmedAt: oldest(services.map(service => service.vacancyConfirmedAt)),
    verifiedAt: oldest(services.map(service => service.policyVerifiedAt)),
  }
}

function bedsOf(services: readonly SupplyService[]): number {
  return services.reduce((sum, service) => sum + service.beds, 0)
}

function oldest(instants: readonly (Date | null)[]): Date | null {
  const known = instants.filter(instant => instant !== null)
  if (known.length === 0 || known.length < instants.length) return null
  return new Date(Math.min(...known.map(instant => instant.getTime())))
}
