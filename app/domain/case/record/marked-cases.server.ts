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

/** Those that have one of some marks at least. */
export async function casesMarkedWithOne(
  trx: Transaction<DB>,
  organisationId: string,
  marks: readonly Buffer[],
): Promise<string[]> {
  if (marks.length === 0) return []
  const rows = await trx
    .selectFrom('caseNameMark')
    .select('caseId')
    .distinct()
    .where('organisationId', '=', organisationId)
    .where('mark', 'in', marks)
    .execute()
  return rows.map(({ caseId }) => caseId)
}
