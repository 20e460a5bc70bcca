import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '~/domain/context'
import { supplyNow } from '~/domain/supply/queries.server'
import { nightsRead, supplyReadOn } from '~/domain/supply/reading.server'
import { type SupplyRead, type SupplyReport, supplyReport } from '~/domain/supply/report'
import { type Day, formatDayLong, londonDay } from '~/domain/time/calendar'
import type { QueryProblem } from '~/screens/results/read-query'
import { questionOf, readSought, type SupplySought } from './sought'

/** What an address asks, what of it could not be followed, and supply as it was read for it. */
export interface SupplyAnswer {
  sought: SupplySought
  problems: readonly QueryProblem[]
  read: SupplyRead
  /** The nights that have a reading, the latest first. */
  nights: readonly Day[]
}

export interface SupplyFacts extends Omit<SupplyAnswer, 'read'> {
  report: SupplyReport
}

/** Supply as an address asks for it; as it now stands where the reading it asks for does not exist, which is then a problem. */
export async function supplyAnswerFor(
  { db, clock }: Pick<DomainContext, 'db' | 'clock'>,
  viewer: SignedInViewer,
  params: URLSearchParams,
): Promise<SupplyAnswer> {
  const now = clock()
  const { sought, problems } = readSought(params, londonDay(now))
  const nights = await nightsRead(db, viewer)
  const kept = sought.reading && (await supplyReadOn(db, viewer, sought.reading))
  if (kept) return { sought, problems, read: kept, nights }
  const missing = sought.reading === null ? [] : [noReading(sought.reading, nights)]
  return {
    sought: { ...sought, reading: null },
    problems: [...problems, ...missing],
    read: await supplyNow(db, viewer, { now, day: sought.on ?? londonDay(now) }),
    nights,
  }
}

/** The same, as the report of the question that is asked. */
export async function supplyFactsFor(
  context: Pick<DomainContext, 'db' | 'clock'>,
  viewer: SignedInViewer,
  params: URLSearchParams,
): Promise<SupplyFacts> {
  const { read, ...rest } = await supplyAnswerFor(context, viewer, params)
  return { ...rest, report: supplyReport(read, questionOf(rest.sought)) }
}

function noReading(night: Day, nights: readonly Day[]): QueryProblem {
  const before = nights.find(each => each < night)
  const after = nights.findLast(each => each > night)
  const kept = [before, after].flatMap(each => (each === undefined ? [] : formatDayLong(each))).join(' and ')
  const nearest = kept === '' ? 'none is kept yet' : `the nearest kept is of ${kept}`
  return {
    field: 'reading',
    message: `There is no reading of ${formatDayLong(night)}: ${nearest}. Supply is shown as it now stands`,
  }
}
