import { addDays, daysBetween, londonDay, relativeInstant, type Day } from '../region/calendar'
import { dayOrYear, timeAndDay } from '../region/near-time'
import { freeFrom } from './bedspace-state'
import { type Freshness, remindAt } from './freshness'
import type { OwnBedspace, VacancyBoard } from './own-bedspaces.server'
import { stateWords } from './state-words'
import { BEDSPACE_TYPE_LABELS, type Claim, isBedspaceType } from './vacancy'

/** A provider's own vacancies in words, and what one tap can change. Safe for the browser. */

export interface BoardWords {
  serviceId: string
  name: string
  /** '3 free tonight, 2 promised': on hold from a later day. */
  now: string
  /** '1 more from Fri 4 December', '2 from …' where none is free now; null where none is known. */
  next: string | null
  freshness: Freshness['state']
  /** When it was last confirmed, and what referrers see from when. */
  confirmed: string
  /** 'Confirmed 6 hours ago'; null when never. */
  confirmedShort: string | null
  needsConfirming: boolean
  /** Keeps a count, not a list of rooms. */
  isCounted: boolean
  free: number
  bedspaces: BedspaceWords[]
}

export interface BedspaceWords {
  id: string
  name: string
  about: string
  isFree: boolean
  /** 'Mon 28 December', where it is free today and claimed later; null where nothing claims it. */
  freeUntil: string | null
  today: string
  /** What is claimed later; turnaround goes without saying. */
  later: string[]
  /** The void or turnaround of today that one tap ends. */
  endsClaimId: string | null
  /** The day that 'taken' ends, because something else claims it from then; null until further notice. */
  takenUntil: Day | null
  strip: StripPart[]
}

export interface StripPart {
  kind: Claim['kind']
  /** Days from today. */
  start: number
  length: number
}

export const STRIP_DAYS = 56

/** One service's board for today. */
export function boardWords(board: VacancyBoard, now: Date): BoardWords {
  const { service, confirmedAt, freshness, bedspaces } = board
  const today = londonDay(now)
  const days = bedspaces.map(({ claims }) => freeFrom(claims, today)).filter(day => day !== null)
  const free = days.filter(day => day === today).length
  const remind = remindAt(confirmedAt, freshness)
  return {
    serviceId: service.id,
    name: service.name,
    now: nowWords(bedspaces, today, free),
    next: nextWords(days, today, free),
    freshness: freshness.state,
    confirmed: confirmedWords(confirmedAt, freshness, now),
    confirmedShort: confirmedAt && `Confirmed ${relativeInstant(confirmedAt, now)}`,
    needsConfirming: freshness.state !== 'confirmed' || remind === null || remind <= now,
    isCounted: bedspaces.every(bedspace => !bedspace.named),
    free,
    bedspaces: bedspaces.map(bedspace => bedspaceWords(bedspace, today)),
  }
}

/** The bedspace that 'one was taken' means without asking: any unnamed one, or the only one that is free. */
export function theOneTaken({ isCounted, bedspaces }: BoardWords): BedspaceWords | null {
  const free = bedspaces.filter(bedspace => bedspace.isFree)
  return isCounted || free.length === 1 ? (free[0] ?? null) : null
}

/** A bedspace that is free tonight and on hold from a later day is promised: it is not there to be offered again. */
function nowWords(bedspaces: readonly OwnBedspace[], today: Day, free: number): string {
  const promised = bedspaces.filter(
    ({ today: state, claims }) =>
      state.kind === 'free' && claims.some(({ kind, from }) => kind === 'hold' && from > today),
  ).length
  return `${free === 0 ? 'None' : free} free tonight${promised === 0 ? '' : `, ${promised} promised`}`
}

function nextWords(days: readonly Day[], today: Day, free: number): string | null {
  const [first] = days.filter(day => day > today).sort()
  if (first === undefined) return null
  return `${days.filter(day => day === first).length}${free > 0 ? ' more' : ''} from ${dayOrYear(first, today)}`
}

function confirmedWords(
  confirmedAt: Date | null,
  { state, freshUntil, checkUntil }: Freshness,
  now: Date,
): string {
  if (confirmedAt === null) return 'Never confirmed. Referrers see “not confirmed: phone”.'
  const last = `Last confirmed ${relativeInstant(confirmedAt, now)}.`
  if (state === 'confirmed' && freshUntil)
    return `${last} Referrers see “check first” from ${timeAndDay(freshUntil, now)}.`
  if (state === 'check_first' && checkUntil)
    return `${last} Referrers see “check first” now, and “not confirmed: phone” from ${timeAndDay(checkUntil, now)}.`
  return `${last} Referrers see “not confirmed: phone”.`
}

function bedspaceWords(
  { id, name, type, wheelchair, today: state, claims }: OwnBedspace,
  today: Day,
): BedspaceWords {
  const later = claims.filter(claim => claim.from > today).sort((a, b) => (a.from < b.from ? -1 : 1))
  const current = claims.find(claim => claim.from <= today)
  const endable = current?.kind === 'void' || current?.kind === 'turnaround'
  return {
    id,
    name,
    about: [isBedspaceType(type) ? BEDSPACE_TYPE_LABELS[type] : type, wheelchair && 'wheelchair']
      .filter(Boolean)
      .join(', '),
    isFree: state.kind === 'free',
    freeUntil: later[0] ? dayOrYear(later[0].from, today) : null,
    today: stateWords(state, today),
    later: later
      .filter(claim => claim.kind !== 'turnaround')
      .map(claim => `from ${dayOrYear(claim.from, today)}: ${stateWords(claim, today)}`),
    endsClaimId: endable ? current.id : null,
    takenUntil: later[0]?.from ?? null,
    strip: claims.map(claim => stripPart(claim, today)).filter(part => part.length > 0),
  }
}

function stripPart({ kind, from, until }: Claim, today: Day): StripPart {
  const start = Math.max(0, daysBetween(today, from))
  const end = Math.min(STRIP_DAYS, daysBetween(today, until ?? addDays(today, STRIP_DAYS)))
  return { kind, start, length: end - start }
}
