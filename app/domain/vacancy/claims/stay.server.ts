import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { addDays, type Day } from '../../time/calendar'
import { addWorkingDays } from '../../time/working-days'
import { claimBedspace, daysBetween } from './claim-bedspace.server'
import { unlessTaken } from './unless-taken.server'
import type { Leaving } from '../vacancy'

/** A stay as its claim has it: the first day, and the working days between two stays in its service. */
export interface Stay {
  claimId: string
  bedspaceId: string
  from: Day
  turnaround: number
}

/**
 * The departure is recorded: the claim is cut to the day it was, and the turnaround follows. Somebody who left on the day
 * she came claims no night, and the day she left is kept all the same. Where the stay outlasted its days they may be another's already: then no turnaround is kept.
 */
export async function endStay(trx: Transaction<DB>, stay: Stay, leftOn: Day, now: Date): Promise<void> {
  await cutStay(trx, stay, leftOn, now)
  await keepDayStay(trx, stay, leftOn)
  const until = addWorkingDays(leftOn, stay.turnaround)
  if (until === leftOn) return
  await claimBedspace(trx, { bedspaceId: stay.bedspaceId, kind: 'turnaround', from: leftOn, until }, now)
}

/** A stay of one day that goes on after all claims its bedspace again. */
const STANDS = { active: true, releasedAt: null }

/** A stay of one day tells by the day she left from a claim that never was. */
async function keepDayStay(trx: Transaction<DB>, { claimId }: Stay, leftOn: Day): Promise<void> {
  await trx
    .updateTable('bedspaceClaim')
    .set({ leavingSure: false, mustEnd: false, outstays: false, leftOn })
    .where('id', '=', claimId)
    .where('active', '=', false)
    .where(sql<boolean>`lower(during) = ${leftOn}::date`)
    .execute()
}

/** The turnaround that began as somebody left is over: she left on another day, or not at all. */
export async function freeTurnaround(
  trx: Transaction<DB>,
  { bedspaceId }: Pick<Stay, 'bedspaceId'>,
  leftOn: Day,
  now: Date,
): Promise<void> {
  await trx
    .updateTable('bedspaceClaim')
    .set({ active: false, releasedAt: now })
    .where('bedspaceId', '=', bedspaceId)
    .where('kind', '=', 'turnaround')
    .where('active', '=', true)
    .where(sql<boolean>`lower(during) = ${leftOn}::date`)
    .execute()
}

/** Which claims of that name in a query are stays of one day, as `isDayStay` in stays/day-stay.ts says. */
export function dayStaysOf(claim: string) {
  const column = (name: string) => sql.ref(`${claim}.${name}`)
  return sql<boolean>`(not ${column('active')} and ${column('left_on')} = lower(${column('during')}))`
}

/**
 * Ends the claim of a stay on a day, with no turnaround after it: the bedspace is ready. A stay that outlasted the days it claimed
 * claims those up to the departure, as far as they are no other's.
 */
export async function cutStay(
  trx: Transaction<DB>,
  { claimId }: Pick<Stay, 'claimId'>,
  leftOn: Day,
  now: Date,
): Promise<void> {
  const upToLeaving = sql<string>`daterange(lower(during), greatest(lower(during), least(${leftOn}::date, (
    select min(lower(o.during)) from bedspace_claim o
    where o.bedspace_id = bedspace_claim.bedspace_id and o.active and lower(o.during) > lower(bedspace_claim.during)))))`
  if (await unlessTaken(trx, () => cutTo(trx, claimId, leftOn, upToLeaving)))
    return released(trx, claimId, leftOn, now)
  await cutTo(trx, claimId, leftOn, sql<string>`during * daterange(null, ${leftOn}::date)`)
  await released(trx, claimId, leftOn, now)
}

/** The departure with the days that were stayed: the day is kept on its own, for the days end sooner where another's begin. */
async function cutTo(
  trx: Transaction<DB>,
  claimId: string,
  leftOn: Day,
  days: RawBuilder<string>,
): Promise<void> {
  await trx
    .updateTable('bedspaceClaim')
    .set({ during: days, leavingSure: false, mustEnd: false, outstays: false, leftOn })
    .where('id', '=', claimId)
    .where(sql<boolean>`lower(during) < ${leftOn}::date`)
    .execute()
}

/** Somebody who left on the day she came claims nothing. */
async function released(trx: Transaction<DB>, claimId: string, leftOn: Day, now: Date): Promise<void> {
  await trx
    .updateTable('bedspaceClaim')
    .set({ active: false, releasedAt: now })
    .where('id', '=', claimId)
    .where('active', '=', true)
    .where(sql<boolean>`lower(during) >= ${leftOn}::date`)
    .execute()
}

/**
 * Says when somebody is expected to leave, or that nobody knows (null). Only a day that is sure ends the claim, after the
 * turnaround. Also takes back a day that was said before, and a departure. False where the days are promised already.
 */
export async function setLeaving(trx: Transaction<DB>, stay: Stay, leaves: Leaving | null): Promise<boolean> {
  return unlessTaken(trx, () =>
    trx
      .updateTable('bedspaceClaim')
      .set({
        during: daysUntilLeaving(stay, leaves),
        expectedUntil: leaves?.on ?? null,
        leavingSure: leaves?.isSure ?? false,
        mustEnd: leaves?.mustEnd ?? false,
        outstays: false,
        leftOn: null,
        ...STANDS,
      })
      .where('id', '=', stay.claimId)
      .execute(),
  )
}

/** The days a stay claims, by what is said of its end. */
export function daysUntilLeaving(
  { from, turnaround }: Pick<Stay, 'from' | 'turnaround'>,
  leaves: Leaving | null,
): string {
  return daysBetween({ from, until: leaves?.isSure ? readyAfter(leaves.on, { from, turnaround }) : null })
}

/** Who is to leave on the day she came has her bedspace on it until her departure is recorded, though it needs no turnaround. */
function readyAfter(leavesOn: Day, { from, turnaround }: Pick<Stay, 'from' | 'turnaround'>): Day {
  const ready = addWorkingDays(leavesOn, turnaround)
  return ready > from ? ready : addDays(from, 1)
}

/**
 * The same of a stay that may outlast its days already: it goes on outlasting them, and what is promised behind, which is to be
 * reconfirmed, stays so. False where the days are promised and it does not.
 */
export async function sayLeaving(trx: Transaction<DB>, stay: Stay, leaves: Leaving | null): Promise<boolean> {
  if (await setLeaving(trx, stay, leaves)) return true
  const said = await trx
    .updateTable('bedspaceClaim')
    .set({ expectedUntil: leaves?.on ?? null, leavingSure: leaves?.isSure ?? false, mustEnd: false })
    .where('id', '=', stay.claimId)
    .where('outstays', '=', true)
    .executeTakeFirst()
  return said.numUpdatedRows > 0n
}

/**
 * The stay goes on into days that are promised from `promisedFrom` on: it claims the bedspace until the departure is recorded,
 * as any stay, and what was promised keeps its days until somebody decides. False where something else claims days before those: of
 * a stay of one day, which claims none of its own, also what began before it.
 */
export async function outstay(
  trx: Transaction<DB>,
  { claimId, from }: Stay,
  leaves: Leaving | null,
  promisedFrom: Day,
): Promise<boolean> {
  return unlessTaken(trx, () =>
    trx
      .updateTable('bedspaceClaim')
      .set({
        during: daysBetween({ from, until: promisedFrom }),
        expectedUntil: leaves?.on ?? null,
        leavingSure: leaves?.isSure ?? false,
        mustEnd: false,
        outstays: true,
        leftOn: null,
        ...STANDS,
      })
      .where('id', '=', claimId)
      .execute(),
  )
}
