import { pausedWords } from '~/domain/service/paused'
import { addDays, daysBetween, londonDay, type Day } from '~/domain/time/calendar'
import { dayOrYear, shortDay, timeAndDay } from '~/domain/time/near-time'
import { type CountGroup, groupOf, groupsOf } from '~/domain/vacancy/count/count-group'
import { freeUntil, sureEnd, turnaroundsBefore } from '~/domain/vacancy/free/free-days'
import { confirmedWhen } from '~/domain/vacancy/freshness/added-since'
import { type Freshness, remindAt } from '~/domain/vacancy/freshness/freshness'
import { limitedWords, throughThenWords } from '~/domain/vacancy/free/last-day'
import type { OwnBedspace, VacancyBoard } from '~/domain/vacancy/own/own-bedspaces.server'
import type { OwnStay } from '~/domain/vacancy/own/own-stays.server'
import { stateWords } from './state-in-words'
import { BEDSPACE_TYPE_LABELS, type Claim, type Leaving } from '~/domain/vacancy/vacancy'
import { labelOf } from '~/domain/words/codes'

/** A provider's own vacancies in words, and what one tap can change. Safe for the browser. */

export interface BoardWords {
  serviceId: string
  name: string
  /** '3 free now, 1 of those 3 until and including Sun 29 November, then turnaround; promised from Tue 1 December'. */
  now: string
  /** '1 more expected free from about Fri 4 December', and until when where something claims it later; null where none is known. */
  next: string | null
  freshness: Freshness['state']
  /** When it was last confirmed, and what referrers see from when. */
  confirmed: string
  /** 'Confirmed 6 hours ago'; null when never. */
  confirmedShort: string | null
  needsConfirming: boolean
  /** It takes nobody new for a while: then `now` says so, and nothing of what is empty. */
  isPaused: boolean
  /** Keeps a count, not a list of rooms. */
  isCounted: boolean
  free: number
  /** Of a count: whose beds are counted apart, and how many of them are free. */
  groups: { group: CountGroup; free: number }[]
  /** Who should have left by now, of whom nothing is recorded. */
  overdue: number
  bedspaces: BedspaceWords[]
  /** The day each week of the strips begins: '26 Nov', '3 Dec' … */
  weeks: string[]
}

export interface BedspaceWords {
  id: string
  name: string
  about: string
  isFree: boolean
  /** 'free until and including Thu 24 December, then turnaround; promised from Tue 29 December', 'held until …'. */
  today: string
  /** What is claimed later; turnaround goes without saying. */
  later: string[]
  /** Every claim of today and later, to be opened and changed; and its referral, where the viewer may read it. */
  claims: { id: string; words: string; referralId: string | null }[]
  /** The void or turnaround of today that one tap ends. */
  endsClaimId: string | null
  /** Somebody who is there now, and what the provider can say of it. */
  stay: StayWords | null
  /** Where the move of somebody who is to move to another room is recorded: on the stay, or its referral. */
  movesAt: string | null
  /** A departure of the last days, to be taken back where it was recorded by mistake. */
  leftClaimId: string | null
  /** What is promised later follows from that, and is told first. */
  isPromised: boolean
  strip: StripPart[]
}

export interface StayWords {
  claimId: string
  /** The referral whose departure ends it; null by another route. */
  referralId: string | null
  /** Taken today: nobody has slept there yet. */
  isNew: boolean
  /** When the person is expected to leave; null where nobody knows. */
  leaves: Leaving | null
}

export interface StripPart {
  kind: Claim['kind']
  /** Days from today. */
  start: number
  length: number
}

const STRIP_WEEKS = 8
export const STRIP_DAYS = STRIP_WEEKS * 7

/** One service's board for today. */
export function boardWords(board: VacancyBoard, now: Date): BoardWords {
  const { service, vacancy, confirmedAt, addedSince, freshness, bedspaces, stays, referrals } = board
  const today = londonDay(now)
  const paused = pausedWords(board.pausedReason, board.pausedUntil)
  const remind = remindAt(confirmedAt, freshness)
  const overdue = bedspaces.filter(({ claims }) =>
    claims.some(({ leaves }) => leaves !== null && leaves.on < today),
  ).length
  return {
    serviceId: service.id,
    name: service.name,
    now: paused === null ? nowWords(vacancy, today) : `${paused}. None of its beds is offered`,
    next: paused === null ? nextWords(vacancy, today) : null,
    freshness: freshness.state,
    confirmed: paused === null ? confirmedWords(board, now) : pausedSince(board, now),
    confirmedShort: confirmedAt && `Confirmed ${confirmedWhen(confirmedAt, addedSince, now)}`,
    isPaused: paused !== null,
    needsConfirming:
      overdue > 0 ||
      (paused === null &&
        (addedSince > 0 || freshness.state !== 'confirmed' || remind === null || remind <= now)),
    isCounted: bedspaces.length > 0 && bedspaces.every(bedspace => !bedspace.named),
    groups: groupsOf(bedspaces).map(group => ({ group, free: freeOf(bedspaces, group) })),
    free: vacancy.free,
    overdue,
    bedspaces: bedspaces.map(bedspace =>
      bedspaceWords(bedspace, { stay: stays.get(bedspace.id) ?? null, referrals }, today),
    ),
    weeks: Array.from({ length: STRIP_WEEKS }, (_, week) => weekWords(addDays(today, 7 * week))),
  }
}

function freeOf(bedspaces: readonly OwnBedspace[], group: CountGroup): number {
  return bedspaces.filter(bedspace => bedspace.isFree && groupOf(bedspace) === group).length
}

/** The bedspace that 'one was taken' means without asking: any unnamed one, or the only one that is free. */
export function theOneTaken({ isCounted, bedspaces }: BoardWords): BedspaceWords | null {
  const free = bedspaces.filter(bedspace => bedspace.isFree)
  return isCounted || free.length === 1 ? (free[0] ?? null) : null
}

/** A bedspace that is free now and claimed from a later day is not there for a stay without an end. */
function nowWords({ free, limited }: VacancyBoard['vacancy'], today: Day): string {
  return [`${free === 0 ? 'None' : free} free now`, limitedWords(limited, free, today)]
    .filter(Boolean)
    .join(', ')
}

function nextWords({ free, expected }: VacancyBoard['vacancy'], today: Day): string | null {
  if (expected === null) return null
  const { on, count, isAbout, limited } = expected
  const from = isAbout ? 'from about' : 'from'
  const words = `${count}${free > 0 ? ' more' : ''} expected free ${from} ${dayOrYear(on, today)}`
  return [words, limitedWords(limited, count, today)].filter(Boolean).join(', ')
}

/** A paused house is not asked about, and nobody is told that it was not: referrers read that it is paused. */
function pausedSince(
  { confirmedAt, addedSince }: Pick<VacancyBoard, 'confirmedAt' | 'addedSince'>,
  now: Date,
): string {
  const last = confirmedAt === null ? '' : `Last confirmed ${confirmedWhen(confirmedAt, addedSince, now)}. `
  return `${last}Nothing is to be confirmed while it is paused: referrers read that it is.`
}

function confirmedWords(
  { confirmedAt, addedSince, freshness }: Pick<VacancyBoard, 'confirmedAt' | 'addedSince' | 'freshness'>,
  now: Date,
): string {
  const { state, freshUntil, checkUntil } = freshness
  if (confirmedAt === null) return 'Never confirmed. Referrers see “not confirmed: phone”.'
  const last = `Last confirmed ${confirmedWhen(confirmedAt, addedSince, now)}.`
  if (state === 'confirmed' && freshUntil)
    return `${last} Referrers see “check first” from ${timeAndDay(freshUntil, now)}.`
  if (state === 'check_first' && checkUntil)
    return `${last} Referrers see “check first” now, and “not confirmed: phone” from ${timeAndDay(checkUntil, now)}.`
  return `${last} Referrers see “not confirmed: phone”.`
}

function bedspaceWords(
  { id, name, type, wheelchair, turnaround, today: state, isFree, claims }: OwnBedspace,
  { stay, referrals }: { stay: OwnStay | null } & Pick<VacancyBoard, 'referrals'>,
  today: Day,
): BedspaceWords {
  const later = claims.filter(claim => claim.from > today).sort((a, b) => (a.from < b.from ? -1 : 1))
  const current = claims.find(claim => claim.from <= today)
  const endable = current?.kind === 'void' || current?.kind === 'turnaround'
  return {
    id,
    name,
    about: [labelOf(BEDSPACE_TYPE_LABELS, type), wheelchair && 'wheelchair'].filter(Boolean).join(', '),
    isFree,
    today: todayWords({ claims, turnaround, isFree, today: state }, today),
    later: later
      .filter(claim => claim.kind !== 'turnaround')
      .map(claim => `from ${dayOrYear(claim.from, today)}: ${stateWords(claim, today)}`),
    claims: claims.map(claim => ({
      id: claim.id,
      words: stateWords(claim, today),
      referralId: referrals.get(claim.id) ?? null,
    })),
    endsClaimId: endable ? current.id : null,
    stay: stay && stay.leftOn === null && !stay.isToMove ? stayWords(stay, claims, today) : null,
    movesAt: stay?.isToMove ? moveAddress(stay) : null,
    leftClaimId: stay !== null && stay.leftOn !== null && stay.referralId === null ? stay.claimId : null,
    isPromised: later.some(({ kind }) => kind === 'hold'),
    strip: [
      ...claims.flatMap(claim => stripParts(claim, turnaround, today)),
      ...turnaroundsBefore(claims, turnaround, today).map(days =>
        stripPart({ kind: 'turnaround', ...days }, today),
      ),
    ].filter(part => part.length > 0),
  }
}

type Today = Pick<OwnBedspace, 'claims' | 'turnaround' | 'isFree' | 'today'>

/** What it is today; of an empty one also until when, where something claims it later. */
function todayWords({ claims, turnaround, isFree, today: state }: Today, today: Day): string {
  const end = state.kind === 'free' ? freeUntil(claims, turnaround, today) : null
  if (end === null) return stateWords(state, today)
  return isFree
    ? `free ${throughThenWords(end, today)}`
    : `empty, claimed from ${dayOrYear(end.nextOn, today)}`
}

function stayWords(
  { claimId, referralId, from }: OwnStay,
  claims: OwnBedspace['claims'],
  today: Day,
): StayWords {
  const leaves = claims.find(({ id }) => id === claimId)?.leaves ?? null
  return { claimId, referralId, isNew: from === today, leaves }
}

function moveAddress({ claimId, referralId }: OwnStay): string {
  return referralId === null ? `/vacancies/claims/${claimId}` : `/referrals/${referralId}/move-stay`
}

/** '26 Nov': eight weeks need no year. */
function weekWords(day: Day): string {
  return shortDay(day, day)
}

/** A hold claims its turnaround with it, which is drawn as such; so is that of somebody who is sure to leave. */
function stripParts(claim: Claim, turnaround: number, today: Day): StripPart[] {
  const { lastOn, until } = sureEnd(claim, turnaround, today) ?? claim
  if (!lastOn) return [stripPart(claim, today)]
  return [
    stripPart({ ...claim, until: lastOn }, today),
    stripPart({ kind: 'turnaround', from: lastOn, until }, today),
  ]
}

function stripPart({ kind, from, until }: Pick<Claim, 'kind' | 'from' | 'until'>, today: Day): StripPart {
  const start = Math.max(0, daysBetween(today, from))
  const end = Math.min(STRIP_DAYS, daysBetween(today, until ?? addDays(today, STRIP_DAYS)))
  return { kind, start, length: end - start }
}
