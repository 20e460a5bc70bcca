import type { Transaction } from 'kysely'
import type { KeyRing } from '@db/encryption/key-ring'
import { newId } from '@db/id'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { PersonFacts } from '../../eligibility/facts'
import type { FactsPatch } from '../answers/facts-form'
import { placeInCase } from '../record/case-identity.server'
import { caseKeyFor } from '../record/case-note.server'
import { type CaseBasicsKept, CASE_FIELDS, type HistoryField } from './case-fields'

/** Old values by the field that is corrected. */
export type OldValues = Partial<Record<HistoryField, unknown>>

/** What a change of a case does away with: the old value of every field that differs. */
export function oldBasics(before: CaseBasicsKept, after: Partial<CaseBasicsKept>): OldValues {
  const changed = CASE_FIELDS.filter(field => after[field] !== undefined && after[field] !== before[field])
  return Object.fromEntries(changed.map(field => [field, before[field]]))
}

/** The same of answers. */
export function oldAnswers(before: PersonFacts, after: FactsPatch): OldValues {
  const fields = Object.keys(after) as (keyof FactsPatch)[]
  const changed = fields.filter(field => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
  return Object.fromEntries(changed.map(field => [`answer.${field}`, before[field]]))
}

/** Keeps old values, each sealed under the key of the case, with who replaced it and when. By an officer of its team. */
export async function noteCaseChanges(
  trx: Transaction<DB>,
  keys: KeyRing,
  by: Pick<SignedInViewer, 'personId'> & { now: Date },
  caseId: string,
  old: OldValues,
): Promise<void> {
  const entries = Object.entries(old)
  if (entries.length === 0) return
  const key = await caseKeyFor(trx, keys, caseId)
  if (!key) throw new Error('An old value cannot be kept: the key of the case is out of reach')
  const rows = entries.map(([field, value]) => {
    const id = newId()
    const was =
      value === null || value === undefined
        ? null
        : keys.encrypt(key, changePlace(id, caseId), JSON.stringify(value))
    return { id, caseId, field, was, changedBy: by.personId, changedAt: by.now }
  })
  await trx.insertInto('caseChange').values(rows).execute()
}

/** Where an old value is sealed. */
export function changePlace(id: string, caseId: string) {
  return placeInCase('case_change', id, 'was', caseId)
}
