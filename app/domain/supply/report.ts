import { authorities } from '../area/region'
import type { Day } from '../time/calendar'
import { supplyMatrix, type SupplyRow } from './supply'
import type { SupplyQuestion } from './columns'
import { notConfirmedSentence, supplySentence } from './sentence'
import type { SupplyService } from './service'

/** What the services of the region stated and had at one instant: now, or when an earlier reading was taken. */
export interface SupplyRead {
  asOf: Date
  /** The day its free beds are of. */
  day: Day
  isEarlier: boolean
  services: SupplyService[]
}

export interface SupplyReport extends Omit<SupplyRead, 'services'> {
  rows: SupplyRow[]
  sentence: string
  notConfirmed: string | null
}

/** Supply of the 12 authorities by name, as a question asks for it; the sentences are of the standing columns, whatever is asked. */
export function supplyReport({ services, ...read }: SupplyRead, question: SupplyQuestion): SupplyReport {
  const codes = authorities.map(authority => authority.code)
  const rows = supplyMatrix(codes, services, question)
  return { ...read, rows, sentence: supplySentence(rows), notConfirmed: notConfirmedSentence(rows) }
}
