import { sql, type Transaction } from 'kysely'
import { newId } from '@db/id'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import { PAGE_LENGTH, pageOf, type Paging } from '../list/paging'
import type { EndedAs, EndSaid } from './nobody-fits'
import { QUEUE_MESSAGES } from './queue-messages'

/** A case that left the queue, as coordinators know it from then on: how, and nothing of the person. */
export interface LeftQueue {
  id: string
  reference: string
  endedAs: EndedAs
  endedAt: Date
  endedBy: string
  /** Whether a coordinator said so, and so may say it anew. */
  isTheirs: boolean
  /** What it said before, the latest first. */
  was: EndSaid[]
}

/** One page of the cases that left the queue, the latest first. For coordinators; nothing for anybody else. */
export async function leftQueue(
  trx: Transaction<DB>,
  page: number,
): Promise<{ paging: Paging; entries: LeftQueue[] }> {
  const asked = (first: number) =>
    sql<Kept>`select id, reference, ended_as, ended_at, ended_by, is_theirs, was, how_many
      from ended_in_queue(null, ${PAGE_LENGTH}, ${first - 1})`.execute(trx)
  const { rows: all } = await asked(1)
  const paging = pageOf(page, all[0]?.howMany ?? 0)
  const { rows } = paging.first === 1 ? { rows: all } : await asked(paging.first)
  return {
    paging,
    entries: rows.map(({ howMany: _, was, ...row }) => ({
      ...row,
      was: was.map(each => ({ ...each, at: new Date(each.at) })),
    })),
  }
}

type Kept = Omit<LeftQueue, 'was'> & { was: (Omit<EndSaid, 'at'> & { at: string })[]; howMany: number }

/** 'already': somebody said it anew first, or it is what stands. */
export type CorrectEndResult = { ok: true } | { ok: false; reason: 'already' | 'different' }

/**
 * Says anew how a case left the queue, over what the page showed, once for one form: by any coordinator what coordinators say of it, by the
 * prison's team what it said. What it said before stays, and the other side is told.
 */
export function correctEnd(
  app: DomainContext,
  viewer: SignedInViewer,
  { entryId, shown, endedAs }: { entryId: string; shown: string; endedAs: EndedAs },
  request: FormRequest,
): Promise<CorrectEndResult> {
  // An address that names no entry.
  if (entryId === '') return Promise.resolve({ ok: false, reason: 'already' })
  return asViewer(app.db, viewer, async trx => {
    const done = await once(trx, viewer, request, async (): Promise<CorrectEndResult> => {
      const { rows } = await sql<{ caseId: string; recordedBy: string; takenBy: string | null }>`
        select case_id, recorded_by, taken_by
        from correct_queue_end(${entryId}, ${shown}, ${endedAs}, ${app.clock()})`.execute(trx)
      const [entry] = rows
      if (!entry) return { ok: false, reason: 'already' }
      const { name: template } = QUEUE_MESSAGES.end_corrected
      const personId = viewer.role === 'coordinator' ? entry.recordedBy : entry.takenBy
      if (personId) await app.jobs.enqueue(trx, 'notify', { messageId: newId(), personId, template })
      const action = 'case.nobody_fits_end_corrected'
      await recordAudit(trx, viewer, { action, subjectKind: 'case', subjectId: entry.caseId })
      return { ok: true }
    })
    return done.kind === 'different' ? { ok: false, reason: 'different' } : done.answer
  })
}
