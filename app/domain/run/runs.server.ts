import { type Selectable, sql, type Transaction } from 'kysely'
import type { Cohort, DB } from '@db/schema'
import type { CancelReason } from '../programme/cancelled-run'

/** A run as those keep it whose programme it is. */
export interface Run extends Omit<Selectable<Cohort>, 'cancelledReason'> {
  cancelledReason: CancelReason | null
  /** Of those who were nominated here: how many are named for it and have not begun, have or had a place, wait, and have begun. */
  here: NamedHere
}

interface NamedHere {
  named: number
  places: number
  waits: number
  begun: number
}

const NOBODY: NamedHere = { named: 0, places: 0, waits: 0, begun: 0 }

/** The runs of a programme, those first that begin last. */
export async function runsIn(trx: Transaction<DB>, serviceId: string): Promise<Run[]> {
  const rows = await trx
    .selectFrom('cohort')
    .selectAll()
    .where('serviceId', '=', serviceId)
    .orderBy('startsOn', 'desc')
    .orderBy('id')
    .execute()
  const here = await namedHere(trx, serviceId)
  // The column's own check admits these codes only.
  return rows.map(row => ({ ...row, here: here.get(row.id) ?? NOBODY }) as Run)
}

/** How many are named here for each run: numbers alone, to editors as well. */
async function namedHere(trx: Transaction<DB>, serviceId: string): Promise<ReadonlyMap<string, NamedHere>> {
  const { rows } = await sql<NamedHere & { cohortId: string }>`
    select cohort_id as "cohortId", named, places, waits, begun from named_for_runs(${serviceId}::uuid)`.execute(
    trx,
  )
  return new Map(rows.map(({ cohortId, ...counts }) => [cohortId, counts]))
}

/** One run of a programme; undefined where it has none of that id. */
export async function runIn(
  trx: Transaction<DB>,
  serviceId: string,
  runId: string,
): Promise<Run | undefined> {
  return (await runsIn(trx, serviceId)).find(({ id }) => id === runId)
}

/** Whether anything is said yet of what the programme is: a run belongs to it. */
export async function isProgrammeStated(trx: Transaction<DB>, serviceId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('programme')
    .select('serviceId')
    .where('serviceId', '=', serviceId)
    .executeTakeFirst()
  return row !== undefined
}
