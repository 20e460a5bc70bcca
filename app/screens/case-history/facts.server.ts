import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { caseHistory } from '~/domain/case/history/case-history.server'
import { basicsOf } from '~/domain/casework/change-basics.server'
import type { DomainContext } from '~/domain/context'
import { ownWords } from '~/domain/held/own-words.server'
import { londonDay } from '~/domain/time/calendar'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { findCaseFor } from '~/screens/case/facts.server'
import { caseSummary } from '~/screens/case/summary'
import { wordsLine } from '~/screens/own-words/words-line'
import { historyLines } from './page'

/** What was corrected of a case of the viewer's team, open or closed; null where it has none. */
export async function historyFor(app: DomainContext, viewer: SignedInViewer, caseId: string) {
  const found = await findCaseFor(app, viewer, caseId)
  const basics = found && basicsOf(found)
  if (!basics || found.organisationId !== viewer.organisationId) return null
  const { changes, words } = await asViewer(app.db, viewer, async trx => ({
    changes: await caseHistory(trx, app.keys, caseId),
    words: await ownWords(trx, app.keys, viewer, { caseId, referralId: null }),
  }))
  return {
    summary: caseSummary(found, londonDay(app.clock())),
    lines: historyLines(changes, { basics, facts: found.facts, closing: found.closing }),
    words: words.map(wordsLine),
    carried: { idempotencyKey: newIdempotencyKey() },
  }
}
