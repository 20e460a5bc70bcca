import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { epochDay } from '@search/calendar-day'
import { londonDay } from '../../time/calendar'
import { addWorkingDays } from '../../time/working-days'
import { momentOf } from '@search/search-query'
import { isFreeOn } from '@search/inside/vacancy-facts'
import { newId } from '@db/id'
import { asViewer } from '@db/viewer-transaction'
import { createReferralWorld, type ReferralWorld } from '@tests/factories/referral-world'
import { bedspacesThen } from '../../../screens/referral/bedspaces-then'
import { offerChoices } from '../../../screens/referral-event/offer-choices'
import { boardWords, type StripPart } from '../../../screens/vacancies/board'
import { supplyFor } from '../../supply/queries.server'
import { loadDocuments } from '../../index/service-document.server'
import { serviceVacancies } from '../../service/service-vacancy.server'
import { vacancyRanks } from '../../service/vacancy-rank.server'
import { bedspacesOf, vacancyBoardFor } from '../own/own-bedspaces.server'

/**
 * Page, card, search index, supply, board, referral and offer form say the same of the same day, whatever claims a service
 * has and however long ago its document was written. Days are numbers from Monday 1 February 2027, a month and a half without
 * a bank holiday. Whoever is sure to leave counts as there, and what follows may be offered and is drawn. What is expected is worked out below day by day, by nothing of the code under test.
 */

type Kind = 'void' | 'turnaround' | 'left' | 'hold' | 'stay' | 'sure'

interface Piece {
  kind: Kind
  /** Days without a claim before it. */
  gap: number
  length: number
  /** Of a hold: how many hours after the first midnight it lapses; null does not lapse. */
  lapses: number | null
}

interface Laid extends Piece {
  from: number
  /** The days the database keeps others out of: up to, not including; null without end. */
  until: number | null
}

const SEED = 20270201
const RUNS = 60
const SATURDAY = 5

const piece: fc.Arbitrary<Piece> = fc.record({
  kind: fc.constantFrom<Kind>('void', 'turnaround', 'left', 'hold', 'hold', 'stay', 'sure', 'sure'),
  gap: fc.integer({ min: 0, max: 7 }),
  length: fc.integer({ min: 1, max: 9 }),
  lapses: fc.option(fc.integer({ min: 1, max: 15 * 24 })),
})
const bed = fc.tuple(fc.integer({ min: -9, max: 6 }), fc.array(piece, { maxLength: 4 }))
const seen = fc.record({
  beds: fc.tuple(bed, bed, bed),
  turnaround: fc.integer({ min: 0, max: 3 }),
  /** Hours from the first midnight at which the document is written, and from then until somebody looks. */
  written: fc.integer({ min: 1, max: 4 * 24 }),
  later: fc.integer({ min: 0, max: 12 * 24 }),
  ahead: fc.integer({ min: 0, max: 9 }),
})

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

it.each([
  ['rooms', true],
  ['a count', false],
])(
  'gives one number for one day of %s, to every reader, at every instant',
  async (_, named) => {
    const { womensHouse } = world.services
    const { owner } = world.database
    await owner
      .updateTable('bedspace')
      .set({ named, type: 'shared' })
      .where('serviceId', '=', womensHouse)
      .execute()
    const property = fc.asyncProperty(seen, async ({ beds, turnaround, written, later, ahead }) => {
      const laid = beds.map(([start, pieces]) => layOut(start, pieces))
      await write(laid, turnaround)
      const [document] = await loadDocuments(world.app.db, [world.services.womensHouse], instant(written))
      const hours = written + later
      const today = Math.floor(hours / 24)
      const day = today + ahead
      const free = (on: number) => laid.filter(each => isFree(each, today, on, turnaround, hours)).length
      const offered = laid.filter(each => mayBeOffered(each, today, day, turnaround, hours)).length
      const drawn = laid.flatMap(each => eightWeeks(each, today, turnaround, hours)).length
      expect(await numbersAt(instant(hours), dayAt(day))).toEqual({
        ...everyReader(free(today), free(day), named),
        mayBeOffered: named ? offered : Math.min(offered, 1),
        drawnFree: drawn,
      })
      const moment = momentOf({
        vacancy: { by: dayAt(day) },
        now: instant(hours),
        today: londonDay(instant(hours)),
      })
      expect(document && isFreeOn(document, epochDay(dayAt(day)), moment)).toBe(free(day) > 0)
      expect(document && isFreeOn(document, moment.today, moment)).toBe(free(today) > 0)
    })
    await fc.assert(property, { seed: SEED, numRuns: RUNS })
  },
  300_000,
)

function everyReader(now: number, then: number, named: boolean) {
  return {
    supply: now,
    board: now,
    page: now,
    cardNow: now,
    card: then,
    isRankedFree: then > 0,
    // One line stands for every bedspace of a count.
    offer: named ? then : Math.min(then, 1),
    referral: named ? then : Math.min(then, 1),
  }
}

/** One bedspace day by day, by hand: empty from today through the day, two nights from it, and the turnaround after them. */
function isFree(claims: Laid[], today: number, day: number, turnaround: number, hours: number): boolean {
  for (let on = today; on < readyAfter(day + 2, turnaround); on += 1) {
    if (claims.some(claim => isClaimed(claim, on, hours))) return false
  }
  return true
}

/** By the dates alone, whoever is there now: two nights from the day and the turnaround after them. */
function mayBeOffered(
  claims: Laid[],
  today: number,
  day: number,
  turnaround: number,
  hours: number,
): boolean {
  for (let on = day; on < readyAfter(day + 2, turnaround); on += 1) {
    if (claims.some(claim => isTaken(claim, on, { today, turnaround, hours }))) return false
  }
  return true
}

/** The days of the strip on which nothing is drawn. */
function eightWeeks(claims: Laid[], today: number, turnaround: number, hours: number): number[] {
  return Array.from({ length: 56 }, (_, at) => today + at).filter(
    on =>
      !claims.some(claim => isTaken(claim, on, { today, turnaround, hours })) &&
      !claims.some(next => isTooSoonFor(next, on, { turnaround, hours })),
  )
}

/** Who is there for the night of a day leaves the day after at the soonest, and the turnaround would not be done when that claim begins. */
function isTooSoonFor(next: Laid, on: number, at: { turnaround: number; hours: number }): boolean {
  const stands = isClaimed(next, next.from, at.hours)
  return stands && next.from > on && addWorkingDays(dayAt(on + 1), at.turnaround) > dayAt(next.from)
}

/** As it is claimed; but a stay that is sure to end is over after its turnaround, unless the day has gone by. */
function isTaken(claim: Laid, on: number, at: { today: number; turnaround: number; hours: number }): boolean {
  const { kind, until } = claim
  if (kind === 'sure' && until !== null && until >= at.today && on >= readyAfter(until, at.turnaround))
    return false
  return isClaimed(claim, on, at.hours)
}

function isClaimed({ kind, from, until, lapses }: Laid, on: number, hours: number): boolean {
  if (on < from) return false
  if (kind === 'stay' || kind === 'sure') return true
  if (kind === 'hold' && lapses !== null && lapses <= hours) return false
  return until === null || on < until
}

function readyAfter(leaving: number, turnaround: number): number {
  let day = leaving
  for (let left = turnaround; left > 0;) {
    day += 1
    if (((day % 7) + 7) % 7 < SATURDAY) left -= 1
  }
  return day
}

function layOut(start: number, pieces: readonly Piece[]): Laid[] {
  const laid: Laid[] = []
  let next: number | null = start
  for (const each of pieces) {
    if (next === null) break
    const from: number = next + each.gap
    const until: number | null = each.kind === 'stay' ? null : from + each.length
    laid.push({ ...each, from, until })
    next = until
  }
  return laid
}

async function write(laid: readonly Laid[][], turnaround: number): Promise<void> {
  const { owner } = world.database
  await owner.deleteFrom('bedspaceClaim').execute()
  await owner
    .updateTable('service')
    .set({ turnaroundWorkingDays: turnaround })
    .where('id', '=', world.services.womensHouse)
    .execute()
  const rows = laid.flatMap((claims, index) =>
    claims.map(({ kind, from, until, lapses }) => ({
      id: newId(),
      bedspaceId: world.bedspaces.womensHouse[index] ?? '',
      kind: kind === 'left' || kind === 'stay' || kind === 'sure' ? 'occupied' : kind,
      during: `[${dayAt(from)},${until === null ? '' : dayAt(until)})`,
      voidReason: kind === 'void' ? 'repair' : null,
      lapsesAt: kind === 'hold' && lapses !== null ? instant(lapses) : null,
      expectedUntil: kind === 'sure' && until !== null ? dayAt(until) : null,
      leavingSure: kind === 'sure',
    })),
  )
  if (rows.length > 0) await owner.insertInto('bedspaceClaim').values(rows).execute()
}

async function numbersAt(now: Date, day: string) {
  const { db } = world.app
  const { firstWorker, lowNewtonOfficer, commissioner } = world.viewers
  const id = world.services.womensHouse
  await world.database.owner.updateTable('serviceVacancy').set({ confirmedAt: now }).execute()
  const today = now.toISOString().slice(0, 10)
  const supply = await supplyFor(db, commissioner, now)
  const board = await vacancyBoardFor(db, firstWorker, id, now)
  const directory = await asViewer(db, lowNewtonOfficer, async trx => ({
    page: (await serviceVacancies(trx, [id], now)).get(id)?.free,
    cardNow: (await serviceVacancies(trx, [id], now, day)).get(id)?.freeNow,
    card: (await serviceVacancies(trx, [id], now, day)).get(id)?.free,
    isRankedFree: (await vacancyRanks(trx, [id], day, now)).get(id) === 0,
  }))
  const own = await asViewer(db, firstWorker, trx => bedspacesOf(trx, id, now))
  const { choices } = offerChoices(own, { today, fromOn: day, untilOn: dayAt(90) })
  const strips = board ? boardWords(board, now).bedspaces.map(({ strip }) => strip) : []
  return {
    ...directory,
    supply: supply.rows.find(row => row.authorityCode === 'E08000021')?.cells.women_only.free,
    board: board?.vacancy.free,
    offer: choices.filter(choice => choice.isFree).length,
    mayBeOffered: choices.filter(choice => choice.fitsFirstNight).length,
    drawnFree: strips.map(undrawn).reduce((sum, days) => sum + days, 0),
    referral: bedspacesThen(own, { today, day }).filter(row => row.isFree).length,
  }
}

function undrawn(strip: readonly StripPart[]): number {
  return Array.from({ length: 56 }).filter(
    (_, day) => !strip.some(({ start, length }) => start <= day && day < start + length),
  ).length
}

function dayAt(number: number): string {
  return new Date(Date.UTC(2027, 1, 1 + number)).toISOString().slice(0, 10)
}

/** So many hours after the first midnight, in a month in which London's clocks are UTC's. */
function instant(hours: number): Date {
  return new Date(Date.UTC(2027, 1, 1, hours))
}
