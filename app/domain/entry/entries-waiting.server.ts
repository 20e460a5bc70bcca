import { sql } from 'kysely'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '../context'
import { pausedWords } from '../service/paused'
import { standingOf } from './standing'

/** Of the viewer's own entries, what waits for its people. */
export interface EntriesWaiting {
  /** Whether there is an entry at all, closed ones aside. */
  hasAny: boolean
  /** Begun, or sent back by an editor. */
  drafts: { id: string; name: string; isSentBack: boolean }[]
  /** Paused until somebody opens them again, with why in words. */
  paused: { id: string; name: string; words: string }[]
}

/** What an editor decided last of it, and has not taken back. */
const lastDecision = sql<string | null>`(select r.decision from entry_review r
  where r.service_id = service.id and r.taken_back_at is null order by r.happened_at desc limit 1)`

/** What waits in the entries of the viewer's own organisation, by name. */
export function entriesWaiting(
  app: Pick<DomainContext, 'db'>,
  viewer: SignedInViewer,
): Promise<EntriesWaiting> {
  return asViewer(app.db, viewer, async trx => {
    const rows = await trx
      .selectFrom('service')
      .select(['id', 'name', 'approvedAt', 'submittedAt', 'pausedAt', 'archivedAt'])
      .select(['pausedReason', 'pausedUntil'])
      .select(lastDecision.as('lastDecision'))
      .where('organisationId', '=', viewer.organisationId)
      .where('archivedAt', 'is', null)
      .orderBy('name')
      .orderBy('id')
      .execute()
    const standing = (asked: 'draft' | 'paused') => rows.filter(row => standingOf(row) === asked)
    return {
      hasAny: rows.length > 0,
      drafts: standing('draft').map(({ id, name, lastDecision }) => ({
        ...{ id, name, isSentBack: lastDecision === 'sent_back' },
      })),
      paused: standing('paused').map(({ id, name, pausedReason, pausedUntil }) => ({
        ...{ id, name, words: pausedWords(pausedReason, pausedUntil) ?? 'Paused' },
      })),
    }
  })
}
