import type { Transaction } from 'kysely'
import { newId } from '@db/id'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import { actOnEntry, type EntryResult } from '../entry/save-part.server'
import { runTimeChanged } from '../programme/run-time'
import { noteOnRun } from './note-on-run.server'
import type { RunAnswers } from './run-form'
import { tellOfRun } from './tell-keeper.server'
import { isProgrammeStated, type Run, runIn } from './runs.server'

/** 'too_small': so many places are taken. 'cancelled': what is off is put on again first. */
export type RunRefused =
  { ok: false; reason: 'too_small'; taken: number } | { ok: false; reason: 'cancelled' | 'no_programme' }

export interface RunChange {
  serviceId: string
  version: number
  /** Null for a new run. */
  runId: string | null
  answers: RunAnswers
}

/**
 * Adds a run to a programme, or changes one, over the version of the entry that was shown. It never has fewer places than are taken, those
 * given here counted; where its days, its time or its place change, the teams of those named for it are told; so is the provider of what an editor does.
 */
export function saveRun(
  app: DomainContext,
  viewer: SignedInViewer,
  change: RunChange,
  request: FormRequest,
): Promise<EntryResult | RunRefused> {
  const { serviceId, runId } = change
  return actOnEntry<EntryResult | RunRefused>(app, viewer, change, request, async trx => {
    if (!(await isProgrammeStated(trx, serviceId))) return { ok: false, reason: 'no_programme' }
    const refused = runId === null ? await add(trx, change) : await rewrite(app, trx, { ...change, runId })
    if (refused) return refused
    await tellOfRun(app, trx, viewer, { serviceId, news: runId === null ? 'run_added' : 'run_changed' })
    const action = runId === null ? 'run.add' : 'run.change'
    await recordAudit(trx, viewer, { action, subjectKind: 'service', subjectId: serviceId })
    return { ok: true, serviceId }
  })
}

type NotSaved = RunRefused | { ok: false; reason: 'not_found' }

async function add(trx: Transaction<DB>, { serviceId, answers }: RunChange): Promise<NotSaved | null> {
  const row = columnsOf(answers, { places: 0, waits: 0 })
  if (row.capacity < row.taken) return { ok: false, reason: 'too_small', taken: row.taken }
  await trx
    .insertInto('cohort')
    .values({ id: newId(), serviceId, ...row })
    .execute()
  return null
}

async function rewrite(
  app: DomainContext,
  trx: Transaction<DB>,
  { serviceId, runId, answers }: RunChange & { runId: string },
): Promise<NotSaved | null> {
  const was = await runIn(trx, serviceId, runId)
  if (!was) return { ok: false, reason: 'not_found' }
  if (was.cancelledAt !== null) return { ok: false, reason: 'cancelled' }
  // Nominations before their run: in the order in which a step locks them.
  if (hasMoved(was, answers))
    await noteOnRun(app, trx, { runId, event: 'run_moved', detail: `${was.startsOn}/${was.endsOn}` })
  const arranged = runTimeChanged(was, answers)
  if (arranged !== null) await noteOnRun(app, trx, { runId, event: 'run_arranged', detail: arranged })
  await lockRun(trx, runId)
  const { here } = (await runIn(trx, serviceId, runId)) ?? was
  const row = columnsOf(answers, here)
  if (row.capacity < row.taken) return { ok: false, reason: 'too_small', taken: row.taken }
  await trx.updateTable('cohort').set(row).where('id', '=', runId).execute()
  return null
}

function hasMoved(was: Run, { startsOn, endsOn }: RunAnswers): boolean {
  return was.startsOn !== startsOn || was.endsOn !== endsOn
}

/** Until this transaction ends no place of the run is given or left. */
async function lockRun(trx: Transaction<DB>, runId: string): Promise<void> {
  await trx.selectFrom('cohort').select('id').where('id', '=', runId).forUpdate().execute()
}

/** What is taken and who waits is what came another way, and what is counted here. */
function columnsOf(
  { takenElsewhere, waitingElsewhere, ...row }: RunAnswers,
  { places, waits }: Pick<Run['here'], 'places' | 'waits'>,
) {
  return { ...row, taken: takenElsewhere + places, waiting: waitingElsewhere + waits }
}
