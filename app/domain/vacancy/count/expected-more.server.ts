import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { type Day, londonDay } from '../../time/calendar'
import { addWorkingDays } from '../../time/working-days'
import { setLeaving } from '../claims/stay.server'
import { lastDayBefore } from '../free/free-days'
import type { OwnBedspace } from '../own/own-bedspaces.server'
import type { VacancyResult } from '../vacancy-result'

type Refused = Extract<VacancyResult, { ok: false }> | null
type Going = OwnBedspace['claims'][number] & { bedspaceId: string }

/**
 * "1 more from 4 December": so many people who came by another route are expected to leave in time for that day. A forecast of a
 * count, which says of nobody who it is; whoever was expected for that day beyond the number is expected no more.
 */
export async function expectMore(
  trx: Transaction<DB>,
  { beds, placed }: { beds: readonly OwnBedspace[]; placed: ReadonlySet<string> },
  { count, on }: { count: number; on: Day },
  now: Date,
): Promise<Refused> {
  const turnaround = beds[0]?.turnaround ?? 0
  const today = londonDay(now)
  const leavesOn = lastDayBefore(on, turnaround)
  if (leavesOn < today)
    return { ok: false, reason: 'more_too_soon', earliest: addWorkingDays(today, turnaround) }
  const going = beds.flatMap(bed => goingOn(bed, placed, today))
  const already = going.filter(({ leaves }) => leaves?.on === leavesOn)
  if (count > going.length) return { ok: false, reason: 'more_than_taken', most: going.length }
  const others = going.filter(stay => !already.includes(stay)).sort(byLeastKnown)
  const stay = ({ id: claimId, bedspaceId, from }: Going) => ({ claimId, bedspaceId, from, turnaround })
  for (const each of others.slice(0, Math.max(0, count - already.length)))
    await setLeaving(trx, stay(each), { on: leavesOn, isSure: false })
  for (const each of already.slice(count)) await setLeaving(trx, stay(each), null)
  return null
}

/** Stays by another route with nothing promised behind them, of which no day is sure. */
function goingOn({ id: bedspaceId, claims }: OwnBedspace, placed: ReadonlySet<string>, today: Day): Going[] {
  const [stay, ...later] = claims
  if (stay?.kind !== 'occupied' || stay.from > today || later.length > 0) return []
  if (stay.until !== null || stay.leaves?.isSure || placed.has(stay.id)) return []
  return [{ ...stay, bedspaceId }]
}

/** Those of whom no day is expected first, then those expected last. */
function byLeastKnown(a: Going, b: Going): number {
  const [first = '9999', second = '9999'] = [a.leaves?.on, b.leaves?.on]
  return first < second ? 1 : -1
}
