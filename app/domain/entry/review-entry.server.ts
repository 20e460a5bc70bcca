import { sql, type Transaction } from 'kysely'
import { newId } from '@db/id'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import { type Entry, entryIn } from './entry.server'
import { hideBeforeApproval } from './hidden/hide-when-due.server'
import { isEditor } from './keeper'
import { londonDay } from '../time/calendar'
import { tellNews } from '../record-change/tell-keeper.server'
import { decisionsFor, isCheckedBy, type Review } from './review'
import { actOnEntry, type EntryResult } from './save-part.server'

/**
 * Does what an editor decides of an entry, over the version that was shown, and keeps the decision with who and when; the provider is told
 * of it, of a look where words go with it. An entry that was approved or looked at is checked as of that day, which its page of questions
 * corrects.
 */
export function reviewEntry(
  app: DomainContext,
  viewer: SignedInViewer,
  { serviceId, version, ...review }: Review & { serviceId: string; version: number },
  request: FormRequest,
): Promise<EntryResult> {
  return actOnEntry(app, viewer, { serviceId, version }, request, async trx => {
    const entry = await entryIn(trx, viewer, serviceId)
    if (entry === null || !isEditor(viewer)) return { ok: false, reason: 'not_found' }
    if (!decisionsFor(entry).includes(review.decision)) return { ok: false, reason: 'not_now' }
    const now = app.clock()
    await decide(trx, viewer, { entry, review, now })
    const made = { id: newId(), serviceId, byPerson: viewer.personId, happenedAt: now }
    // What a decision gives back that is taken back.
    const checkedBefore = isCheckedBy(review.decision) ? entry.assuredOn : null
    await trx
      .insertInto('entryReview')
      .values({ ...made, ...review, checkedBefore })
      .execute()
    // A look without a word is nothing to be told of.
    if (review.decision !== 'looked_at' || review.words !== null)
      await tellNews(app, trx, { serviceId, news: review.decision })
    await recordAudit(trx, viewer, {
      ...{ action: 'entry.review', subjectKind: 'service', subjectId: serviceId },
      detail: { decision: review.decision },
    })
    return { ok: true, serviceId }
  })
}

async function decide(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { entry, review, now }: { entry: Entry; review: Review; now: Date },
): Promise<void> {
  const { id } = entry
  if (review.decision === 'shown') await sql`select show_places(${id}::uuid)`.execute(trx)
  if (review.decision === 'sent_back')
    await trx.updateTable('service').set({ submittedAt: null }).where('id', '=', id).execute()
  if (isCheckedBy(review.decision))
    await trx
      .updateTable('service')
      .set({ assuredOn: londonDay(now) })
      .where('id', '=', id)
      .execute()
  if (review.decision !== 'approved') return
  await hideBeforeApproval(trx, id)
  await trx
    .updateTable('service')
    .set({ approvedAt: now, approvedBy: viewer.personId })
    .where('id', '=', id)
    .execute()
}
