import { isHousing } from '../service/service-kind'
import type { SupplyAsked } from './columns'
import { SUPPLY_PLACES } from './places'
import type { SupplyService } from './service'

/** The words of a cell's answer (product.md, "Coverage matrix"). */
export const SUPPLY_OUTCOMES = {
  yes: 'yes',
  case_by_case: 'case by case',
  stale: 'stale',
  does_not_take: 'exists, does not take her',
  none: 'none exists',
  not_confirmed: 'not confirmed',
} as const

/**
 * 'yes' and 'case_by_case' are stated and verified; 'stale' is stated, yet not verified for 90 days; 'does_not_take' is a verified
 * no from every place of the kind; 'none' is that no place of the kind covers the authority, by what every service there has
 * verified; 'not_confirmed' is everything nobody has said or verified: never a no.
 */
export type SupplyOutcome = keyof typeof SUPPLY_OUTCOMES

/** What one service answers to what is asked; 'none' where it is no such place. */
export interface SupplyAnswer {
  service: SupplyService
  outcome: SupplyOutcome
  /** Its kind alone says that it is no such place, whatever its policy. */
  isByKind: boolean
}

/** What one authority has of what is asked for. What is counted is of the services that give the cell its outcome. */
export interface SupplyCell {
  outcome: SupplyOutcome
  services: number
  /** Every service of the authority that is such a place, or may be. */
  asked: number
  /** Of `services`, those whose beds are counted nowhere, because where they are is hidden. */
  confidential: number
  beds: number
  /** Free on the day asked for where vacancies are confirmed; null where none is: "not confirmed", never 0. */
  free: number | null
  /** Of `beds`, those at services that are paused: whatever stands empty there is offered to nobody. */
  bedsPaused: number
  /** Of `beds`, those at services whose vacancies are not confirmed, or added since they were, and that are not paused. */
  bedsNotConfirmed: number
  /** The longest-ago confirmation of their vacancies; null when one of them never confirmed. */
  lastConfirmedAt: Date | null
  /** Of `beds`, those added after the vacancies of their service were confirmed: of them nothing was. */
  bedsAddedSince: number
  /** The longest-ago verification of a policy among them; of 'none' among those that say it of themselves, null where kinds alone say it. */
  verifiedAt: Date | null
}

const BEST_FIRST = ['yes', 'case_by_case', 'stale', 'not_confirmed', 'does_not_take'] as const

/** The answers of every housing service of an authority to what is asked. */
export function supplyAnswers(
  authorityCode: string,
  services: readonly SupplyService[],
  asked: SupplyAsked,
): SupplyAnswer[] {
  return services
    .filter(({ kind, authorities }) => isHousing(kind) && authorities.includes(authorityCode))
    .map(service => ({
      ...{ service, outcome: outcomeOf(service, asked) },
      isByKind: SUPPLY_PLACES[asked.place].isOne(service) === 'never',
    }))
}

/** The cell that answers make: the best of them is its outcome. Where there is no housing at all, nobody has confirmed anything. */
export function cellOf(answers: readonly SupplyAnswer[]): SupplyCell {
  const asked = answers.filter(answer => answer.outcome !== 'none').length
  for (const outcome of BEST_FIRST) {
    const giving = answers.filter(answer => answer.outcome === outcome).map(({ service }) => service)
    if (giving.length > 0) return { ...counted(outcome, giving), asked }
  }
  if (answers.length === 0) return { ...counted('not_confirmed', []), asked }
  const saying = answers.filter(answer => !answer.isByKind).map(({ service }) => service)
  return { ...counted('none', []), asked, verifiedAt: oldestVerified(saying) }
}

/** A service answers a combination by its weakest answer: a no before a blank before case by case. */
function outcomeOf(service: SupplyService, { place, asks }: SupplyAsked): SupplyOutcome {
  const isOne = SUPPLY_PLACES[place].isOne(service)
  if (isOne === 'never') return 'none'
  if (isOne === 'no') return service.isPolicyVerified ? 'none' : 'not_confirmed'
  const answers = asks.map(code => service.answers[code] ?? null)
  if (answers.includes('no')) return service.isPolicyVerified && isOne ? 'does_not_take' : 'not_confirmed'
  if (isOne === null || answers.includes(null)) return 'not_confirmed'
  if (!service.isPolicyVerified) return 'stale'
  return answers.includes('case_by_case') ? 'case_by_case' : 'yes'
}

function counted(outcome: SupplyOutcome, services: readonly SupplyService[]): Omit<SupplyCell, 'asked'> {
  const shown = services.filter(service => !service.isConfidential)
  const taking = shown.filter(service => !service.isPaused)
  const confirmed = taking.filter(service => service.isVacancyConfirmed)
  return {
    outcome,
    services: services.length,
    confidential: services.length - shown.length,
    beds: bedsOf(shown),
    free: confirmed.length === 0 ? null : confirmed.reduce((sum, service) => sum + (service.free ?? 0), 0),
    bedsPaused: bedsOf(shown) - bedsOf(taking),
    bedsNotConfirmed: bedsOf(taking) - bedsOf(confirmed) + addedSinceAt(confirmed),
    lastConfirmedAt: oldest(shown.map(service => service.vacancyConfirmedAt)),
    bedsAddedSince: addedSinceAt(taking),
    verifiedAt: oldestVerified(services),
  }
}

function bedsOf(services: readonly SupplyService[]): number {
  return services.reduce((sum, service) => sum + (service.beds ?? 0), 0)
}

function addedSinceAt(services: readonly SupplyService[]): number {
  return services.reduce((sum, service) => sum + (service.addedSince ?? 0), 0)
}

function oldestVerified(services: readonly SupplyService[]): Date | null {
  return oldest(services.map(service => service.policyVerifiedAt))
}

function oldest(instants: readonly (Date | null)[]): Date | null {
  const known = instants.filter(instant => instant !== null)
  if (known.length === 0 || known.length < instants.length) return null
  return new Date(Math.min(...known.map(instant => instant.getTime())))
}
