import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { teamCase } from '~/domain/case/record/team-case.server'
import type { DomainContext } from '~/domain/context'
import { entriesOf, triedNow } from '~/domain/nobody-fits/entries.server'
import { type NobodyFits, TAKE_BACK_LABELS } from '~/domain/nobody-fits/nobody-fits'
import { glanceRows } from '~/domain/referral/disclosure/sections'
import { placesHeld } from '~/domain/referral/record/parked-referrals.server'
import { arrivalOf } from '~/domain/referral/stay/arrivals.server'
import { londonDay } from '~/domain/time/calendar'
import { codesOf } from '~/domain/words/codes'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { answerEntries, entryStanding, triedRows } from '~/screens/case/nobody-fits-words'
import { caseSummary } from '~/screens/case/summary'
import { placesWords } from './page'

/** What the page says where nobody fits: what was tried, what the coordinator would read, and what stands; null for no open case of the team. */
export async function nobodyFitsFor(app: DomainContext, viewer: SignedInViewer, caseId: string) {
  const found = await teamCase(app, viewer, caseId, 'case.nobody_fits')
  if (found === null) return null
  const today = londonDay(app.clock())
  return asViewer(app.db, viewer, async trx => {
    const entries = await entriesOf(trx, app.keys, caseId)
    const standing = entries.find(({ ended }) => ended === null) ?? null
    const now = await triedNow(trx, caseId)
    return {
      summary: caseSummary({ ...found, arrivedOn: await arrivalOf(trx, caseId) }, today),
      tried: triedRows(standing?.tried ?? now),
      /** From the one table of what is read at which tier. */
      preview: glanceRows(found, 1, today),
      /** With a yes what was tried is put down anew: the coordinator reads it as it is then. */
      triedPreview: triedRows(standing?.agreed === 'yes' ? standing.tried : now),
      standing: standing && { agreed: standing.agreed, words: entryStanding(standing) },
      answers: entries.flatMap(answerEntries),
      earlier: entries
        .filter(({ ended }) => ended !== null)
        .map(each => ({ id: each.id, words: entryStanding(each), correct: correctable(each) })),
      places: placesWords(await placesHeld(trx, caseId)),
      carried: { idempotencyKey: newIdempotencyKey() },
    }
  })
}

/** How it ended as the team said it, which it may say anew; null for what others said, or the system. */
function correctable({ id, ended }: NobodyFits) {
  const shown = codesOf(TAKE_BACK_LABELS).find(code => code === ended?.as)
  return shown === undefined
    ? null
    : { entryId: id, shown, change: 'correct', idempotencyKey: newIdempotencyKey() }
}

export type NobodyFitsShown = NonNullable<Awaited<ReturnType<typeof nobodyFitsFor>>>
