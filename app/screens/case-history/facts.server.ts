import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { caseHistory } from '~/domain/case/history/case-history.server'
import { basicsOf } from '~/domain/casework/change-basics.server'
import type { DomainContext } from '~/domain/context'
import { ownWords } from '~/domain/held/own-words.server'
import { entriesOf } from '~/domain/nobody-fits/entries.server'
import { checkRecords } from '~/domain/outcome/check-records.server'
import { londonDay } from '~/domain/time/calendar'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { findCaseFor } from '~/screens/case/facts.server'
import { caseSummary } from '~/screens/case/summary'
import { wordsLine } from '~/screens/own-words/words-line'
import { type HistoryLine, historyLines } from './page'
import { checkCorrections, endCorrections } from './record-lines'

/** What was corrected of a case of the viewer's team, open or closed; null where it has none. */
export async function historyFor(app: DomainContext, viewer: SignedInViewer, caseId: string) {
  const found = await findCaseFor(app, viewer, caseId)
  const basics = found && basicsOf(found)
  if (!basics || found.organisationId !== viewer.organisationId) return null
  const { changes, checks, entries, words } = await asViewer(app.db, viewer, async trx => ({
    changes: await caseHistory(trx, app.keys, caseId),
    checks: await checkRecords(trx, caseId),
    entries: await entriesOf(trx, app.keys, caseId),
    words: await ownWords(trx, app.keys, viewer, { caseId, referralId: null }),
  }))
  return {
    summary: caseSummary(found, londonDay(app.clock())),
    lines: latestFirst([
      ...historyLines(changes, { basics, facts: found.facts, closing: found.closing }),
      ...checkCorrections(checks),
      ...endCorrections(entries),
    ]),
    words: words.map(wordsLine),
    carried: { idempotencyKey: newIdempotencyKey() },
  }
}

/** Those of one instant stay as they came. */
function latestFirst(lines: readonly HistoryLine[]): HistoryLine[] {
  return lines.toSorted((one, other) => other.at.localeCompare(one.at))
}
