import type { Transaction } from 'kysely'
import { type FormRequest, once } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { PassOn } from '../case/answers/pass-on'
import type { CaseBasicsKept } from '../case/history/case-fields'
import { STATUS_CAUSES } from '../case/record/person-case'
import type { StatusChange } from '../case/record/person-form'
import type { DomainContext } from '../context'
import type { Day } from '../time/calendar'
import { changeBasics, type ChangedBasics } from './change-basics.server'
import { moveWithin } from './move-release-date.server'
import type { AffectedNamed } from './who-is-told.server'

export interface StatusToKeep {
  caseId: string
  /** The version of the case the page was drawn from. */
  version: number
  status: StatusChange
  passOn: PassOn
}

/** The new status would hold from before the day, `since`, of the status it replaces. */
type BeforeReplaced = { ok: false; reason: 'before_replaced'; since: Day }

export type ChangeStatusResult = ChangedBasics | BeforeReplaced | { ok: false; reason: 'different' }

/**
 * Keeps that a person of the viewer's team is on remand, sentenced or recalled, since when, and the release that follows, once for one
 * form: the status with its history, the date as any date that moves. A status that
 * changed follows the one it replaces; one recorded wrongly may hold from any day. All of it, or where one is refused nothing.
 */
export async function changeStatus(
  app: DomainContext,
  viewer: SignedInViewer,
  change: StatusToKeep,
  request: FormRequest,
): Promise<ChangeStatusResult> {
  return asViewer(app.db, viewer, async trx => {
    const done = await once(trx, viewer, request, () => changeWithin(app, trx, viewer, change))
    return done.kind === 'different' ? { ok: false, reason: 'different' } : done.answer
  })
}

async function changeWithin(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { caseId, version, status, passOn }: StatusToKeep,
): Promise<ChangedBasics | BeforeReplaced> {
  const { custodyStatus, statusSince, how, ...release } = status
  const audit = { action: 'case.change_status' }
  const change = { custodyStatus, statusSince }
  const kept = await changeBasics(app, trx, viewer, { caseId, version, change, passOn, audit }, kept =>
    how === 'changed' ? beforeReplaced(kept, statusSince) : null,
  )
  if (!kept.ok && kept.reason !== 'unchanged') return kept
  const cause = how === 'wrong' ? 'wrong' : STATUS_CAUSES[custodyStatus]
  const move = { ...release, cause, version: kept.ok ? version + 1 : version }
  const moved = await moveWithin(app, trx, viewer, caseId, move)
  if (moved.ok)
    return { ok: true, affected: eachOnce([...(kept.ok ? kept.affected : []), ...moved.affected]) }
  if (moved.reason === 'unchanged') return kept
  // The status is written by now: that it stands without its release is undone with it.
  if (kept.ok) throw new Error(`A release could not follow its status: ${moved.reason}`)
  return moved
}

function beforeReplaced({ statusSince: since }: CaseBasicsKept, from: Day | null): BeforeReplaced | null {
  const isBefore = since !== null && from !== null && from < since
  return isBefore ? { ok: false, reason: 'before_replaced', since } : null
}

function eachOnce(named: readonly AffectedNamed[]): AffectedNamed[] {
  return [...new Map(named.map(each => [each.id, each])).values()]
}
