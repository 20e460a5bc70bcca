import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'

/** The cases of a team, open and closed, that have every one of some marks. */
export async function casesMarked(
  trx: Transaction<DB>,
  organisationId: string,
  marks: readonly Buffer[],
): Promise<string[]> {
  const rows = await trx
    .selectFrom('caseNameMark')
    .select('caseId')
    .where('organisationId', '=', organisationId)
    .where('mark', 'in', marks)
    .groupBy('caseId')
    .having(({ fn }) => fn.countAll<number>(), '=', marks.length)
    .execute()
  return rows.map(({ caseId }) => caseId)
}
