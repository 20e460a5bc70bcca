import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { recordAudit } from '../../audit/record-audit.server'
import { type FactField, PersonFacts } from '../../eligibility/facts'
import type { FactsPatch } from '../answers/facts-form'
import { unanswered } from './carried-form'

/** What somebody answered in her last episode and nobody has confirmed of this one. */
export interface Carried {
  facts: FactsPatch
  fields: FactField[]
  /** The prison whose case it was, and when that was closed; null where nothing waits. */
  from: { prison: string; closedAt: Date } | null
}

/** Offers a case that is new the answers of the last closed one of the same number. That is audited where there were any. */
export async function carryAnswers(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  caseId: string,
): Promise<void> {
  const { answers } = await trx
    .selectNoFrom(sql<number>`carry_answers(${caseId}, ${JSON.stringify(unanswered())})`.as('answers'))
    .executeTakeFirstOrThrow()
  if (answers === 0) return
  const detail = { answers }
  await recordAudit(trx, viewer, { action: 'case.carry', subjectKind: 'case', subjectId: caseId, detail })
}

/** What waits to be confirmed of a case of the viewer's team; for anybody else nothing. */
export async function carriedOf(trx: Transaction<DB>, caseId: string): Promise<Carried> {
  const rows = await trx
    .selectFrom('caseCarried as k')
    .innerJoin('organisation as o', 'o.id', 'k.fromOrganisationId')
    .select(['k.field', 'k.value', 'k.fromClosedAt', 'o.name as prison'])
    .where('k.caseId', '=', caseId)
    .where('k.settledAs', 'is', null)
    .execute()
  const read = PersonFacts.partial().parse(Object.fromEntries(rows.map(row => [row.field, row.value])))
  const fields = rows.map(({ field }) => field as FactField)
  const first = rows[0]
  return {
    facts: Object.fromEntries(fields.map(field => [field, read[field]])),
    fields,
    from: first ? { prison: first.prison, closedAt: first.fromClosedAt } : null,
  }
}

/** Of what waits, settles what is answered now: with the answer of then, or another. What is still not known waits on. */
export async function settleAnswered(
  trx: Transaction<DB>,
  by: Pick<SignedInViewer, 'personId'> & { now: Date },
  caseId: string,
  saved: FactsPatch,
): Promise<void> {
  const { facts, fields } = await carriedOf(trx, caseId)
  const nothing = unanswered()
  const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
  const answered = fields.filter(field => field in saved && !isSame(saved[field], nothing[field]))
  const confirmed = answered.filter(field => isSame(saved[field], facts[field]))
  await settle(trx, by, caseId, { fields: confirmed, as: 'confirmed' })
  const changed = answered.filter(field => !confirmed.includes(field))
  await settle(trx, by, caseId, { fields: changed, as: 'changed' })
}

/** Says what became of answers that waited, of those that still do; the answer of then is kept no longer. */
export async function settle(
  trx: Transaction<DB>,
  by: Pick<SignedInViewer, 'personId'> & { now: Date },
  caseId: string,
  settled: { fields: readonly FactField[]; as: 'confirmed' | 'changed' | 'dropped' },
): Promise<number> {
  if (settled.fields.length === 0) return 0
  const done = await trx
    .updateTable('caseCarried')
    .set({ value: null, settledAs: settled.as, settledBy: by.personId, settledAt: by.now })
    .where('caseId', '=', caseId)
    .where('field', 'in', [...settled.fields])
    .where('settledAs', 'is', null)
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}
