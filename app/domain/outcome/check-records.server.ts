import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { type CheckAnswers, type CheckKind, isCheckKind, readAnswers } from './checks'
import type { Because } from './check-form'

/** One recording of a check: the one that stands, or one that was replaced. */
export interface CheckRecord {
  id: string
  kind: CheckKind
  answers: CheckAnswers
  recordedAt: Date
  recordedBy: string
  /** Null for the one that stands. */
  replaced: { because: Because; at: Date; by: string; relabelled: { at: Date; by: string } | null } | null
}

/** Everything recorded of a case, the latest first; nothing for whoever is not of the prison's team. */
export async function checkRecords(trx: Transaction<DB>, caseId: string): Promise<CheckRecord[]> {
  const rows = await trx
    .selectFrom('outcomeCheck as o')
    .innerJoin('person as p', 'p.id', 'o.recordedBy')
    .leftJoin('person as r', 'r.id', 'o.replacedBy')
    .leftJoin('person as l', 'l.id', 'o.relabelledBy')
    .select(['o.id', 'o.kind', 'o.answers', 'o.recordedAt', 'p.name as recordedBy'])
    .select(['o.replacedBecause', 'o.replacedAt', 'r.name as replacedBy'])
    .select(['o.relabelledAt', 'l.name as relabelledBy'])
    .where('o.caseId', '=', caseId)
    .orderBy('o.recordedAt', 'desc')
    .orderBy('o.replacedAt', query => query.desc().nullsFirst())
    .execute()
  return rows.map(({ id, kind, answers, recordedAt, recordedBy, ...row }) => ({
    id,
    ...kept(kind, answers),
    recordedAt,
    recordedBy,
    replaced:
      row.replacedAt === null
        ? null
        : // The column's own check admits these two only.
          {
            because: row.replacedBecause as Because,
            at: row.replacedAt,
            by: row.replacedBy ?? '',
            relabelled: row.relabelledAt && { at: row.relabelledAt, by: row.relabelledBy ?? '' },
          },
  }))
}

/** What stands of some cases, by case. */
export async function standingChecks(
  trx: Transaction<DB>,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, StandingCheck[]>> {
  const standing = new Map<string, StandingCheck[]>()
  if (caseIds.length === 0) return standing
  const rows = await trx
    .selectFrom('outcomeCheck')
    .select(['caseId', 'kind', 'answers', 'recordedAt'])
    .where('caseId', 'in', [...caseIds])
    .where('replacedAt', 'is', null)
    .execute()
  for (const { caseId, kind, answers, recordedAt } of rows)
    standing.set(caseId, [...(standing.get(caseId) ?? []), { ...kept(kind, answers), recordedAt }])
  return standing
}

export type StandingCheck = Pick<CheckRecord, 'kind' | 'answers' | 'recordedAt'>

function kept(kind: string, answers: unknown): Pick<CheckRecord, 'kind' | 'answers'> {
  if (!isCheckKind(kind)) throw new Error(`The column's own check admits no ${kind}`)
  return { kind, answers: readAnswers(kind, answers) }
}
