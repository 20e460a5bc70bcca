import { epochDay, epochSeconds } from './calendar-day'
import { parseServiceDocument, type ServiceDocument } from './document'

/** Days 'YYYY-MM-DD' on which at least one bedspace of the service is free: from `from`, until before `until`. */
export interface FreeWindow {
  from: string
  until: string | null
}

type Derived = 'freeDays' | 'freeFromDay' | 'freshUntil' | 'checkUntil' | 'policyVerifiedAt'

/**
 * What a document is made from. It has no field for an address, nor for anything of a confidential site: the query
 * that fills it passes `position` and `town` of public sites alone.
 */
export interface ServiceDocumentInput extends Omit<ServiceDocument, Derived> {
  freeWindows: readonly FreeWindow[]
  freshUntil: Date | null
  checkUntil: Date | null
  policyVerifiedAt: Date | null
}

/** Free days are listed for at most this long; a gap further away is found once it comes nearer. */
const LISTED_DAYS = 366

/**
 * The document of a service: markup stripped, windows turned into days, instants into seconds.
 * Throws a Zod error that names the field when a value breaks the shape (a latitude of 100, an id that is no uuid).
 */
export function buildServiceDocument(input: ServiceDocumentInput): ServiceDocument {
  const { freeWindows, ...facts } = input
  return parseServiceDocument({
    ...facts,
    name: plainText(input.name),
    provider: plainText(input.provider),
    summary: plainText(input.summary),
    description: plainText(input.description),
    ...freeDaysOf(freeWindows),
    freshUntil: epochSeconds(input.freshUntil),
    checkUntil: epochSeconds(input.checkUntil),
    policyVerifiedAt: epochSeconds(input.policyVerifiedAt),
  })
}

function freeDaysOf(windows: readonly FreeWindow[]): Pick<ServiceDocument, 'freeDays' | 'freeFromDay'> {
  const open = windows.filter(window => window.until === null).map(window => epochDay(window.from))
  const freeFromDay = open.length === 0 ? null : Math.min(...open)
  const days = new Set<number>()
  for (const window of windows) {
    if (window.until === null) continue
    const first = epochDay(window.from)
    const end = Math.min(epochDay(window.until), freeFromDay ?? Infinity, first + LISTED_DAYS)
    for (let day = first; day < end; day += 1) days.add(day)
  }
  return { freeDays: [...days].sort((a, b) => a - b), freeFromDay }
}

/** Text without tags, entities left as written, runs of white space made one space. */
function plainText(text: string): string {
  return text
    .replace(/<\/?[a-z!][^>]*>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
