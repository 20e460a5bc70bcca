import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { Day } from '../region/calendar'
import { addWorkingDays } from '../region/working-days'
import { claimBedspace, daysBetween } from './claim-bedspace.server'
import { unlessTaken } from './unless-taken.server'
import type { Leaving } from './vacancy'

/** A stay as its claim has it: the first day, and the working days between two stays in its service. */
export interface Stay {
  claimId: string
  bedspaceId: string
  from: Day
  turnaround: number
}

/**
 * The departure is recorded: the claim is cut to the day it was, and the turnaround follows. Somebody who left on the day
 * she came claims nothing. Where the stay outlasted its days they may be another's already: then no turnaround is kept.
 */
export async function endStay(trx: Transaction<DB>, stay: Stay, leftOn: Day, now: Date): Promise<void> {
  await cutStay(trx, stay, leftOn, now)
  const until = addWorkingDays(leftOn, stay.turnaround)
  if (until === leftOn) return
  await claimBedspace(trx, { bedspaceId: stay.bedspaceId, kind: 'turnaround', from: leftOn, until }, now)
}

/** Ends the claim of a stay on a day, with no turnaround after it: the bedspace is ready. */
export async function cutStay(
  trx: Transaction<DB>,
  { claimId }: Pick<Stay, 'claimId'>,
  leftOn: Day,
  now: Date,
): Promise<void> {
  const cut = sql<string>`during * daterange(null, ${leftOn}::date)`
  const kept = await trx
    .updateTable('bedspaceClaim')
    .set({ during: cut, leavingSure: false, outstays: false })
    .where('id', '=', claimId)
    .where(sql<boolean>`not isempty(${cut})`)
    .executeTakeFirst()
  if (kept.numUpdatedRows > 0n) return
  await trx
    .updateTable('bedspaceClaim')
    .set({ active: false, releasedAt: now })
    .where('id', '=', claimId)
    .where('active', '=', true)
    .execute()
}

/**
 * Says when somebody is expected to leave, or that nobody knows (null). Only a day that is sure ends the claim, after the
 * turnaround. Also takes back a day that was said before, and a departure. False where the days are promised already.
 */
export async function setLeaving(
  trx: Transaction<DB>,
  { claimId, from, turnaround }: Stay,
  leaves: Leaving | null,
): Promise<boolean> {
  const until = leaves?.isSure ? addWorkingDays(leaves.on, turnaround) : null
  return unlessTaken(trx, () =>
    trx
      .updateTable('bedspaceClaim')
      .set({
        during: daysBetween({ from, until }),
        expectedUntil: leaves?.on ?? null,
        leavingSure: leaves?.isSure ?? false,
        outstays: false,
      })
      .where('id', '=', claimId)
      .execute(),
  )
}

/**
 * The stay goes on into days that are promised from `promisedFrom` on: it claims the bedspace until the departure is recorded,
 * as any stay, and what was promised keeps its days until somebody decides.
 */
export async function outstay(
  trx: Transaction<DB>,
  { claimId, from }: Stay,
  leaves: Leaving | null,
  promisedFrom: Day,
): Promise<void> {
  await trx
    .updateTable('bedspaceClaim')
    .set({
      during: daysBetween({ from, until: promisedFrom }),
      expectedUntil: leaves?.on ?? null,
      leavingSure: leaves?.isSure ?? false,
      outstays: true,
    })
    .where('id', '=', claimId)
    .execute()
}
