import type { ServiceDocument } from '../document'
import type { VacancyCounts } from '../search-engine'
import type { Moment, SearchQuery } from '../search-query'
import { isConfirmed, isFreeOn } from './vacancy-facts'

/** One pass over the services that filters by vacancy and counts beside the vacancy facets. */
export class VacancyPass {
  private now = 0
  private by = 0
  private confirmedRecently = 0

  constructor(
    private readonly query: SearchQuery,
    readonly moment: Moment,
  ) {}

  /**
   * True when the vacancy filters let a service through; always, for the public.
   * @param passesRest whether every other filter does: only then is it counted, each count ignoring its own filter
   */
  admits(service: ServiceDocument, passesRest: boolean): boolean {
    if (this.query.audience === 'public') return true
    const free = isFreeOn(service, this.moment.day, this.moment)
    const confirmed = isConfirmed(service, this.moment)
    const admittedByFree = free || this.query.vacancy === null
    const admittedByConfirmed = confirmed || !this.query.confirmedRecently
    if (passesRest && admittedByConfirmed) {
      if (free) this.by += 1
      if (this.moment.day === this.moment.today ? free : isFreeOn(service, this.moment.today, this.moment))
        this.now += 1
    }
    if (passesRest && admittedByFree && confirmed) this.confirmedRecently += 1
    return admittedByFree && admittedByConfirmed
  }

  /** The counts so far; null for the public. */
  result(): VacancyCounts | null {
    const { query, now, by, confirmedRecently } = this
    if (query.audience === 'public') return null
    const asksForDay = query.vacancy !== null && query.vacancy !== 'now'
    return { now, by: asksForDay ? by : null, confirmedRecently }
  }
}
