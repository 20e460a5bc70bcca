import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { DomainContext } from '../context'
import { RUN_EVENTS, type RunEvent } from '../nomination/lifecycle'

interface Noted {
  nominationId: string
  stepId: string
}

/**
 * Writes down what befell a run on every nomination for it that has not begun, but `already`, and puts in that the prison's team is told
 * of each. Whoever keeps the entry reads none of them: an editor may not. @returns the nominations, for `already`
 */
export async function noteOnRun(
  app: Pick<DomainContext, 'jobs'>,
  trx: Transaction<DB>,
  { runId, event, detail }: { runId: string; event: RunEvent; detail: string | null },
  already: readonly string[] = [],
): Promise<string[]> {
  const { rows } = await sql<Noted>`
    select nomination_id as "nominationId", step_id as "stepId" from note_on_run(${runId}::uuid, ${event}, ${detail},
      ${[...RUN_EVENTS[event].goesBack]}::text[], ${[...already]}::uuid[])`.execute(trx)
  for (const { stepId } of rows) await app.jobs.enqueue(trx, 'notify', { nominationStepId: stepId })
  return rows.map(({ nominationId }) => nominationId)
}
