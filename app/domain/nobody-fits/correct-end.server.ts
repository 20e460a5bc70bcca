import { sql, type Transaction } from 'kysely'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import { PAGE_LENGTH, pageOf, type Paging } from '../list/paging'
import type { EndedAs, EndSaid } from './nobody-fits'
import { tellTheTeam } from './tell-the-team.server'

/** A case that left the queue, as coordinators know it from then on: how, and nothing of the person. */
export interface LeftQueue {
  id: string
  reference: string
  endedAs: EndedAs
  endedAt: Date
  endedBy: string
  /** What it said before, the latest first. */
  was: EndSaid[]
  /** What coordinators answered before, without its words, the latest first. */
  answers: LeftAnswer[]
}

/** An answer of an entry that ended: its words are the prison's to read. */
export interface LeftAnswer {
  id: string
  at: Date
  by: string
  isStruck: boolean
}

/** One page of the cases that a coordinator ended and whose agreement stands, the latest first. For coordinators; nothing for anybody else. */
export async function leftQueue(
  trx: Transaction<DB>,
  page: number,
): Promise<{ paging: Paging; entries: LeftQueue[] }> {
  const asked = (first: number) =>
    sql<Kept>`select id, reference, ended_as, ended_at, ended_by, was, how_many
      from ended_in_queue(null, ${PAGE_LENGTH}, ${first - 1})`.execute(trx)
  const { rows: all } = await asked(1)
  const paging = pageOf(page, all[0]?.howMany ?? 0)
  const { rows } = paging.first === 1 ? { rows: all } : await asked(paging.first)
  const answers = await answersLeft(
    trx,
    rows.map(({ id }) => id),
  )
  return {
    paging,
    entries: rows.map(({ howMany: _, was, ...row }) => ({
      ...row,
      was: was.map(each => ({ ...each, at: new Date(each.at) })),
      answers: answers.flatMap(({ entryId, ...answer }) => (entryId === row.id ? [answer] : [])),
    })),
  }
}

async function answersLeft(
  trx: Transaction<DB>,
  entries: string[],
): Promise<(LeftAnswer & { entryId: string })[]> {
  const { rows } = await sql<LeftAnswer & { entryId: string }>`
    select id, entry_id, written_at as at, written_by as by, is_struck
    from answers_in_queue(${entries}::uuid[])`.execute(trx)
  return rows
}

type Kept = Omit<LeftQueue, 'was' | 'answers'> & {
  was: (Omit<EndSaid, 'at'> & { at: string })[]
  howMany: number
}

/** 'already': somebody said it anew first, or it is what stands. */
export type CorrectEndResult = { ok: true } | { ok: false; reason: 'already' | 'different' }

/**
 * Says anew how a case left the queue, over what the page showed, once for one form: by any coordinator what coordinators say of it, by the
 * prison's team what it said. What it said before stays. A coordinator's is told to whoever sent it, or to the team; coordinators do not
 * know of an entry that the team ended.
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
      const { rows } = await sql<{ caseId: string }>`
        select case_id
        from correct_queue_end(${entryId}, ${shown}, ${endedAs}, ${app.clock()})`.execute(trx)
      const [entry] = rows
      if (!entry) return { ok: false, reason: 'already' }
      await tellTheTeam(app, trx, entryId, 'end_corrected')
      const action = 'case.nobody_fits_end_corrected'
      await recordAudit(trx, viewer, { action, subjectKind: 'case', subjectId: entry.caseId })
      return { ok: true }
    })
    return done.kind === 'different' ? { ok: false, reason: 'different' } : done.answer
  })
}
