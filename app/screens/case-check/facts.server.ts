import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '~/domain/context'
import { caseChecks } from '~/domain/outcome/case-days.server'
import { checkRecords } from '~/domain/outcome/check-records.server'
import { checkStates } from '~/domain/outcome/check-states'
import type { CheckKind } from '~/domain/outcome/checks'
import { londonDay } from '~/domain/time/calendar'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { findCaseFor } from '~/screens/case/facts.server'
import { caseSummary } from '~/screens/case/summary'
import { checkPage } from './page'

/** What the page of one check of a case of the viewer's team says, open or closed; null where there is no such case. */
export async function checkFor(app: DomainContext, viewer: SignedInViewer, caseId: string, kind: CheckKind) {
  const found = await findCaseFor(app, viewer, caseId)
  if (!found) return null
  const now = app.clock()
  const today = londonDay(now)
  return asViewer(app.db, viewer, async trx => {
    const records = (await checkRecords(trx, caseId)).filter(each => each.kind === kind)
    const states = (await caseChecks(trx, [caseId])).flatMap(each => checkStates(each, today))
    const state = states.find(each => each.kind === kind)
    if (!state) return null
    return {
      summary: caseSummary(found, today),
      ...checkPage(state, records, today),
      carried: { idempotencyKey: newIdempotencyKey(), version: records.length },
    }
  })
}

export type CheckShown = NonNullable<Awaited<ReturnType<typeof checkFor>>>
