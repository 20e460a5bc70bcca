import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '../../context'
import { caseStanding } from './case-access.server'
import type { LoadedCase } from './case-row.server'
import { openPerson } from './open-person.server'

/** An open case of the viewer's own team with everything known, or null; that it was opened, and for what, is audited. */
export async function teamCase(
  app: DomainContext,
  viewer: SignedInViewer,
  caseId: string,
  action: 'case.search' | 'case.decide' | 'case.shortlist' | 'case.nobody_fits',
): Promise<LoadedCase | null> {
  if ((await caseStanding(app, viewer, caseId)) !== 'open') return null
  const as = { action, subjectKind: 'case', subjectId: caseId, detail: { tier: 3 } } as const
  return asViewer(app.db, viewer, trx => openPerson(app, trx, viewer, caseId, as))
}
