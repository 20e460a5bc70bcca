import { epochDay, epochSeconds } from './calendar-day'
import { dayAndInstant, parseServiceDocument, type ServiceDocument } from './document'

/**
 * Days 'YYYY-MM-DD' on which somebody may come to one bedspace, from `from` until before `until`, as it is seen from the
 * instant `since` on (null: now): then its first day has begun and what stood in its way has lapsed.
 */
interface FreeWindow {
  from: string
  until: string | null
  since: Date | null
}

type Derived = 'freeSince' | 'freeOn' | 'expectedDays' | 'freshUntil' | 'checkUntil' | 'policyVerifiedAt'

/**
 * What a document is made from. It has no field for an address, nor for anything of a confidential site: the query
 * that fills it passes `position` and `town` of public sites alone.
 */
export interface ServiceDocumentInput extends Omit<ServiceDocument, Derived> {
  freeWindows: readonly FreeWindow[]
  /** The first day 'YYYY-MM-DD' on which each bedspace that is not free now is expected to be. */
  expectedFrom: readonly string[]
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
  const { freeWindows, expectedFrom, ...facts } = input
  return parseServiceDocument({
    ...facts,
    name: plainText(input.name),
    provider: plainText(input.provider),
    summary: plainText(input.summary),
    forWhom: plainText(input.forWhom),
    description: plainText(input.description),
    ...freeDaysOf(freeWindows),
    expectedDays: [...new Set(expectedFrom.map(epochDay))].sort((a, b) => a - b),
    freshUntil: epochSeconds(input.freshUntil),
    checkUntil: epochSeconds(input.checkUntil),
    policyVerifiedAt: epochSeconds(input.policyVerifiedAt),
  })
}

function freeDaysOf(windows: readonly FreeWindow[]): Pick<ServiceDocument, 'freeSince' | 'freeOn'> {
  const open = windows.filter(({ until }) => until === null).map(({ since }) => epochSeconds(since) ?? 0)
  const firstSeen = new Map<number, number>()
  for (const { from, until, since } of windows) {
    if (until === null) continue
    const seconds = epochSeconds(since) ?? 0
    const first = epochDay(from)
    const end = Math.min(epochDay(until), first + LISTED_DAYS)
    for (let day = first; day < end; day += 1)
      firstSeen.set(day, Math.min(seconds, firstSeen.get(day) ?? seconds))
  }
  return {
    freeSince: open.length === 0 ? null : Math.min(...open),
    freeOn: [...firstSeen].map(([day, seconds]) => dayAndInstant(day, seconds)).sort((a, b) => a - b),
  }
}

/** Text without tags, entities left as written, runs of white space made one space. */
function plainText(text: string): string {
  return text
    .replace(/<\/?[a-z!][^>]*>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
