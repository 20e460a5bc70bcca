import type { Transaction } from 'kysely'
import { newId } from '@db/id'
import type { DB } from '@db/schema'
import type { Viewer } from '@db/viewer'

export interface AuditedAct {
  /** What was done: 'case.read', 'referral.submit', 'referral.offer' … */
  action: string
  subjectKind:
    | 'case'
    | 'referral'
    | 'service'
    | 'person'
    | 'session'
    | 'register'
    | 'threshold'
    | 'setting'
    | 'invitation'
    | 'membership'
    | 'organisation'
    | 'application'
  subjectId: string | null
  /** Coded facts only, never a person's data. */
  detail?: Record<string, string | number | boolean | null>
}

/** Appends one audit entry in the transaction of the act itself: the act and its trace stand or fall together. */
export async function recordAudit(trx: Transaction<DB>, viewer: Viewer, act: AuditedAct): Promise<void> {
  const member = viewer.kind === 'member' ? viewer : null
  await trx
    .insertInto('auditEntry')
    .values({
      id: newId(),
      personId: member?.personId ?? null,
      organisationId: member?.organisationId ?? null,
      role: member?.role ?? null,
      action: act.action,
      subjectKind: act.subjectKind,
      subjectId: act.subjectId,
      detail: JSON.stringify(act.detail ?? {}),
    })
    .execute()
}
