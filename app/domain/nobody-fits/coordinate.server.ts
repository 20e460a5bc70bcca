import type { Transaction } from 'kysely'
import { newId } from '@db/id'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import { sealNote } from '../case/record/case-note.server'
import { lockCase } from '../case/record/lock-case.server'
import type { DomainContext } from '../context'
import { endEntry, standingEntry } from './coordinator-reads.server'
import { answerPlace } from './entries.server'
import type { OUTCOME_LABELS } from './nobody-fits'
import { tellTheTeam } from './tell-the-team.server'

/** 'not_found' also where the person took back the agreement, or the officer the case, while the page was open. */
export type CoordinateResult = { ok: true } | { ok: false; reason: 'not_found' | 'taken' | 'different' }

interface Answered {
  outcome: keyof typeof OUTCOME_LABELS
  note: string
}

/** The coordinator takes a case of the queue; 'taken' where a colleague has. */
export function takeFromQueue(
  app: DomainContext,
  viewer: SignedInViewer,
  caseId: string,
  request: FormRequest,
): Promise<CoordinateResult> {
  return onEntry(app, viewer, caseId, request, async (trx, entry) => {
    if (entry.takenBy !== null && entry.takenBy !== viewer.personId) return { ok: false, reason: 'taken' }
    if (entry.takenBy !== null) return { ok: true }
    await trx
      .updateTable('nobodyFits')
      .set({ takenBy: viewer.personId, takenAt: app.clock() })
      .where('id', '=', entry.id)
      .execute()
    return { ok: true }
  })
}

/** The coordinator answers the officer, who is told; any outcome but 'still looking' ends the entry, and the reading with it. */
export function answerOfficer(
  app: DomainContext,
  viewer: SignedInViewer,
  { caseId, outcome, note }: Answered & { caseId: string },
  request: FormRequest,
): Promise<CoordinateResult> {
  return onEntry(app, viewer, caseId, request, async (trx, entry) => {
    const now = app.clock()
    const id = newId()
    const sealed = await sealNote(trx, app.keys, caseId, answerPlace(id), note)
    if (sealed)
      await trx
        .insertInto('nobodyFitsAnswer')
        .values({ id, entryId: entry.id, caseId, note: sealed, writtenBy: viewer.personId, writtenAt: now })
        .execute()
    await tellTheTeam(app, trx, entry.id, 'answered')
    if (outcome !== 'still_looking')
      await endEntry(trx, entry, { endedAs: outcome, endedAt: now, endedBy: viewer.personId })
    return { ok: true }
  })
}

/** Whether the viewer may read a case by way of the queue, and so may act on it. Reads nobody. */
export async function isInQueue(
  app: Pick<DomainContext, 'db'>,
  viewer: SignedInViewer,
  caseId: string,
): Promise<boolean> {
  return asViewer(app.db, viewer, async trx => (await standingEntry(trx, caseId)) !== undefined)
}

type Standing = NonNullable<Awaited<ReturnType<typeof standingEntry>>>

async function onEntry(
  app: DomainContext,
  viewer: SignedInViewer,
  caseId: string,
  request: FormRequest,
  act: (trx: Transaction<DB>, entry: Standing) => Promise<CoordinateResult>,
): Promise<CoordinateResult> {
  return asViewer(app.db, viewer, async trx => {
    const done = await once(trx, viewer, request, async () => {
      await lockCase(trx, caseId)
      const entry = await standingEntry(trx, caseId)
      if (!entry) return { ok: false, reason: 'not_found' } as const
      const result = await act(trx, entry)
      const action = 'case.nobody_fits_answer'
      if (result.ok) await recordAudit(trx, viewer, { action, subjectKind: 'case', subjectId: caseId })
      return result
    })
    return done.kind === 'different' ? { ok: false, reason: 'different' } : done.answer
  })
}
