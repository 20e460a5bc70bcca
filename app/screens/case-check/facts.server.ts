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
import { checkPage, checkPath, earlierLine } from './page'

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

/** One answer of a check that does not stand any more; null where there is none, or no such case of the team. */
export async function earlierCheckFor(
  app: DomainContext,
  viewer: SignedInViewer,
  { caseId, kind, recordId }: { caseId: string; kind: CheckKind; recordId: string },
) {
  const found = await findCaseFor(app, viewer, caseId)
  if (!found) return null
  return asViewer(app.db, viewer, async trx => {
    const records = await checkRecords(trx, caseId)
    const record = records.find(each => each.id === recordId && each.kind === kind)
    const entry = record && earlierLine(record)
    if (!record?.replaced || !entry) return null
    return {
      summary: caseSummary(found, londonDay(app.clock())),
      back: checkPath(caseId, kind),
      entry,
      because: record.replaced.because,
      carried: { idempotencyKey: newIdempotencyKey() },
    }
  })
}

export type EarlierShown = NonNullable<Awaited<ReturnType<typeof earlierCheckFor>>>
export type CheckShown = NonNullable<Awaited<ReturnType<typeof checkFor>>>
