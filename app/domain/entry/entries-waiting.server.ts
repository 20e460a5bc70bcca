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
  drafts: { id: string; name: string }[]
  /** Paused until somebody opens them again, with why in words. */
  paused: { id: string; name: string; words: string }[]
}

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
      .where('organisationId', '=', viewer.organisationId)
      .where('archivedAt', 'is', null)
      .orderBy('name')
      .orderBy('id')
      .execute()
    const standing = (asked: 'draft' | 'paused') => rows.filter(row => standingOf(row) === asked)
    return {
      hasAny: rows.length > 0,
      drafts: standing('draft').map(({ id, name }) => ({ id, name })),
      paused: standing('paused').map(({ id, name, pausedReason, pausedUntil }) => ({
        ...{ id, name, words: pausedWords(pausedReason, pausedUntil) ?? 'Paused' },
      })),
    }
  })
}
