import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { type AuditedAct, recordAudit } from '../../audit/record-audit.server'
import type { DomainContext } from '../../context'
import type { TriageFacts } from '../../eligibility/facts'
import { londonDay } from '../../time/calendar'
import type { CaseIdentity } from './case-identity.server'
import {
  type LoadedCase,
  loadCase,
  loadCases,
  selectFacts,
  selectIdentities,
  selectTriage,
} from './case-row.server'

/**
 * The one door to a person. Whoever opens it to be shown somebody leaves a row in the audit, in the same transaction: no
 * other module opens an identity or reads the facts of a case, and tests/guards/one-door.test.ts says so.
 */

/** A case as far as the viewer may read it, and a row that says who read it; null, and no row, where there is none for her. */
export async function openPerson(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  caseId: string,
  as: AuditedAct,
): Promise<LoadedCase | null> {
  const found = await personForAct(app, trx, caseId)
  if (found) await recordAudit(trx, viewer, as)
  return found
}

/** The people of some cases in the order they are asked for, and one row of the audit that says how many were read. */
export async function openPeople(
  app: Pick<DomainContext, 'keys'>,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  caseIds: readonly string[],
  now: Date,
): Promise<LoadedCase[]> {
  const detail = { cases: caseIds.length }
  await recordAudit(trx, viewer, { action: 'case.list', subjectKind: 'case', subjectId: null, detail })
  return loadCases(trx, app.keys, caseIds, londonDay(now))
}

/** What the people of some cases are called, and a row that says who read the list. */
export async function openNames(
  app: Pick<DomainContext, 'keys'>,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  caseIds: readonly string[],
  as: AuditedAct,
): Promise<ReadonlyMap<string, string>> {
  await recordAudit(trx, viewer, as)
  const identities = await selectIdentities(trx, app.keys, caseIds)
  return new Map([...identities].map(([caseId, { name }]) => [caseId, name]))
}

/** Who some cases are of that answer to what was asked, and for each a row that says who found it. */
export async function openFound(
  app: Pick<DomainContext, 'keys'>,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  caseIds: readonly string[],
  answers: (identity: CaseIdentity) => boolean,
): Promise<ReadonlyMap<string, CaseIdentity>> {
  const identities = await selectIdentities(trx, app.keys, caseIds)
  const found = new Map([...identities].filter(([, identity]) => answers(identity)))
  for (const subjectId of found.keys())
    await recordAudit(trx, viewer, { action: 'case.find', subjectKind: 'case', subjectId })
  return found
}

/** What triage may know of the people of some cases, and a row that says who read the list. */
export async function openTriage(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  caseIds: readonly string[],
  as: AuditedAct,
): Promise<ReadonlyMap<string, TriageFacts>> {
  await recordAudit(trx, viewer, as)
  return selectTriage(trx, caseIds)
}

/** A case for an act that is worked out from it and leaves a row of its own: nobody is shown it. */
export async function personForAct(
  app: DomainContext,
  trx: Transaction<DB>,
  caseId: string,
): Promise<LoadedCase | null> {
  return loadCase(trx, app.keys, caseId, londonDay(app.clock()))
}

/** What a decision reads of a case, for the system, which is held to that case and is nobody: what it decides leaves the row. */
export async function factsToDecide(
  trx: Transaction<DB>,
  caseId: string,
): Promise<Pick<LoadedCase, 'facts' | 'prisonCode'> | null> {
  return selectFacts(trx, caseId)
}

/** Who a case is of, to compare words with; null where the viewer may not know it. Nobody is shown it. */
export async function identityToCompare(
  app: Pick<DomainContext, 'keys'>,
  trx: Transaction<DB>,
  caseId: string,
): Promise<CaseIdentity | null> {
  return (await selectIdentities(trx, app.keys, [caseId])).get(caseId) ?? null
}
