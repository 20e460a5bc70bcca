import { sql, type Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import { changeStandingAlone } from '../service/hold-standing.server'
import { type Entry, entryIn } from './entry.server'
import { isEditor } from './keeper'
import { type Decision, isCheckedBy, type ReviewCorrection, wordsMissing } from './review'
import type { KeeperNews } from '../record-change/keeper-messages'
import { tellNews } from '../record-change/tell-keeper.server'
import { type ReviewKept, reviewsOf } from './reviews.server'
import { londonDay } from '../time/calendar'
import { actOnEntry, type EntryResult } from './save-part.server'
import { WORDS_STRUCK } from '../words/struck'

/**
 * 'unchanged': these are its words. 'words_missing': the decision needs some. 'taken_back': it was already. 'later': another was made since.
 * 'sent_to': somebody was referred there. 'no_words': there are none to strike out.
 */
export type CorrectReviewResult =
  | EntryResult
  | { ok: false; reason: 'unchanged' | 'words_missing' | 'taken_back' | 'later' | 'sent_to' | 'no_words' }

/**
 * Words what an editor decided of an entry anew, or takes the last decision back with what it did, by any editor, over the version that was
 * shown. The old words stay in the entry's history, what was taken back stays as that, and the provider is told. Words that should never
 * have been typed are struck out, of one that was taken back too: they go for good, every wording of them, and nobody is told.
 */
export function correctReview(
  app: DomainContext,
  viewer: SignedInViewer,
  {
    serviceId,
    version,
    reviewId,
    change,
  }: { serviceId: string; version: number; reviewId: string; change: ReviewCorrection },
  request: FormRequest,
): Promise<CorrectReviewResult> {
  return actOnEntry(
    app,
    viewer,
    { serviceId, version },
    request,
    async (trx): Promise<CorrectReviewResult> => {
      const entry = await entryIn(trx, viewer, serviceId)
      const reviews = await reviewsOf(trx, serviceId)
      const review = reviews.find(({ id }) => id === reviewId)
      if (entry === null || !review || !isEditor(viewer)) return { ok: false, reason: 'not_found' }
      const now = app.clock()
      if (change.intent === 'strike') return strike(trx, viewer, { serviceId, review, now })
      if (review.takenBack) return { ok: false, reason: 'taken_back' }
      const done =
        change.intent === 'words'
          ? await wordAnew(trx, review, change.words)
          : await takeBack(trx, viewer, { entry, review, reviews, now })
      if (!done.ok) return done
      await tellNews(app, trx, { serviceId, news: done.told })
      await recordAudit(trx, viewer, {
        ...{ action: `entry.review_${change.intent}`, subjectKind: 'service', subjectId: serviceId },
        detail: { decision: review.decision },
      })
      return { ok: true, serviceId }
    },
  )
}

type Done = { ok: true; told: KeeperNews } | Exclude<CorrectReviewResult, { ok: true }>

async function wordAnew(trx: Transaction<DB>, review: ReviewKept, words: string | null): Promise<Done> {
  if (wordsMissing(review.decision, words)) return { ok: false, reason: 'words_missing' }
  if (words === review.words) return { ok: false, reason: 'unchanged' }
  await trx.updateTable('entryReview').set({ words }).where('id', '=', review.id).execute()
  return { ok: true, told: 'words_corrected' }
}

async function strike(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { serviceId, review, now }: { serviceId: string; review: ReviewKept; now: Date },
): Promise<CorrectReviewResult> {
  const { rows } = await sql<{ done: boolean }>`
    select strike_review_words(${review.id}, ${WORDS_STRUCK}, ${now}) as done`.execute(trx)
  if (!rows[0]?.done) return { ok: false, reason: 'no_words' }
  await recordAudit(trx, viewer, {
    ...{ action: 'entry.review_strike', subjectKind: 'service', subjectId: serviceId },
    detail: { decision: review.decision },
  })
  return { ok: true, serviceId }
}

interface TakenBack {
  entry: Entry
  review: ReviewKept
  /** All of the entry, the latest first. */
  reviews: readonly ReviewKept[]
  now: Date
}

async function takeBack(
  trx: Transaction<DB>,
  { personId }: SignedInViewer,
  { entry, review, reviews, now }: TakenBack,
): Promise<Done> {
  if (!mayTakeBack(entry, review, reviews)) return { ok: false, reason: 'later' }
  if (review.decision === 'approved') {
    await changeStandingAlone(trx, entry.id)
    if (await wasSentTo(trx, entry.id)) return { ok: false, reason: 'sent_to' }
  }
  await trx
    .updateTable('entryReview')
    .set({ takenBackAt: now, takenBackBy: personId })
    .where('id', '=', review.id)
    .execute()
  if (isCheckedBy(review.decision)) await uncheck(trx, review)
  await UNDO[review.decision](trx, entry.id, now)
  return { ok: true, told: takenBackMessage(review.decision) }
}

/** The last decision that stands, while the entry is as it left it. */
export function mayTakeBack(
  { standing }: Pick<Entry, 'standing'>,
  review: ReviewKept,
  reviews: readonly ReviewKept[],
): boolean {
  const last = reviews.find(({ takenBack }) => takenBack === null)
  if (last?.id !== review.id) return false
  if (review.decision === 'sent_back') return standing === 'draft'
  return review.decision !== 'approved' || standing === 'open' || standing === 'paused'
}

type Undo = (trx: Transaction<DB>, serviceId: string, now: Date) => Promise<unknown>

/** What the decision did, undone: the entry waits for an editor again, or its places are hidden again. */
const UNDO: Readonly<Record<Decision, Undo>> = {
  approved: (trx, id, now) =>
    trx
      .updateTable('service')
      .set({ approvedAt: null, approvedBy: null, submittedAt: now })
      .where('id', '=', id)
      .execute(),
  sent_back: (trx, id, now) =>
    trx.updateTable('service').set({ submittedAt: now }).where('id', '=', id).execute(),
  // What changed since an editor looked is counted from the decisions that stand.
  looked_at: () => Promise.resolve(),
  kept_hidden: () => Promise.resolve(),
  shown: (trx, id) => sql`select hide_places(${id}::uuid)`.execute(trx),
}

/** The day on which the entry was last checked is what it was before this decision, unless somebody has said another since. */
async function uncheck(trx: Transaction<DB>, { id, at }: ReviewKept): Promise<void> {
  await trx
    .updateTable('service as s')
    .from('entryReview as r')
    .set(build => ({ assuredOn: build.ref('r.checkedBefore') }))
    .whereRef('s.id', '=', 'r.serviceId')
    .where('r.id', '=', id)
    .where('s.assuredOn', '=', londonDay(at))
    .execute()
}

async function wasSentTo(trx: Transaction<DB>, serviceId: string): Promise<boolean> {
  const { rows } = await sql<{ was: boolean }>`select was_sent_to(${serviceId}) as was`.execute(trx)
  return rows[0]?.was === true
}

/** What is told where a decision is taken back. */
function takenBackMessage(decision: Decision): KeeperNews {
  return decision === 'kept_hidden' || decision === 'shown' ? 'places_taken_back' : `${decision}_taken_back`
}
