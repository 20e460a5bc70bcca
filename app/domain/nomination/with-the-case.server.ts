import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { ClosingReason } from '../case/closing/case-closing'
import type { DomainContext } from '../context'
import type { DayWindow } from '../time/calendar'
import { runsInsideOnly } from '../programme/programme-facts'
import { finishOf } from './finish'
import { OPEN, rowFor } from './lifecycle'
import type { LeftReason } from './nomination'
import { type Nomination, nominationsOfCase, stepsOf } from './nominations.server'
import { follow, lastStanding, takesNobody, undo } from './take-step.server'
import { writeStep } from './write-step.server'

/** Why the nominations of a case end with it. What is not a release or a move is the prison's own to know. */
const ENDED_AS: Readonly<Record<ClosingReason, LeftReason>> = {
  housed: 'released',
  released_elsewhere: 'released',
  transferred: 'transferred',
  recalled_or_remanded: 'closed',
  deported: 'closed',
  died: 'closed',
  opened_by_mistake: 'closed',
  other: 'closed',
}

/** Ends the open nominations of a case that closes. What goes on outside prison goes on after a release. */
export async function endWithTheCase(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { caseId, reason }: { caseId: string; reason: ClosingReason },
): Promise<void> {
  const leftReason = ENDED_AS[reason]
  for (const found of await openOf(trx, viewer, caseId)) {
    const row = rowFor('officer', found.state, 'leave')
    if (!row || (leftReason === 'released' && !runsInsideOnly(found))) continue
    await follow(app, trx, viewer, { found, row, wanted: { leftReason, licence: null } })
  }
}

/** Puts back what ended with a closing, where its run still has the place and its service takes people. */
export async function comeBackWithTheCase(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { caseId, closedAt }: { caseId: string; closedAt: Date },
): Promise<void> {
  for (const found of await nominationsOfCase(trx, viewer, caseId)) {
    const last = lastStanding(await stepsOf(trx, found.id))
    if (last?.event !== 'leave' || last.bySide !== 'officer') continue
    if (last.happenedAt.getTime() !== closedAt.getTime()) continue
    if (!hasRoomFor(found, last.fromState) || (await takesNobody(trx, found.serviceId))) continue
    await undo(app, trx, viewer, found, last)
  }
}

const TAKES_PLACE: readonly unknown[] = ['place', 'started']

function hasRoomFor({ capacity, taken, isRunCancelled }: Nomination, state: unknown): boolean {
  if (isRunCancelled) return !TAKES_PLACE.includes(state) && state !== 'waiting'
  return !TAKES_PLACE.includes(state) || capacity === null || (taken ?? 0) < capacity
}

/** Writes down on each open nomination of a case that its release date moved, and whether its run can be finished now; its provider is told. */
export async function dateMovedFor(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { caseId, release }: { caseId: string; release: DayWindow | null },
): Promise<void> {
  for (const found of await openOf(trx, viewer, caseId)) {
    await writeStep(app, trx, viewer, {
      ...{ nominationId: found.id, event: 'date_moved', fromState: found.state, toState: found.state },
      ...{ detail: finishOf(found, release), was: {}, isTold: true },
    })
  }
}

async function openOf(trx: Transaction<DB>, viewer: SignedInViewer, caseId: string): Promise<Nomination[]> {
  return (await nominationsOfCase(trx, viewer, caseId)).filter(({ state }) => OPEN.includes(state))
}
