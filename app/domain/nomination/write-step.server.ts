import type { Transaction } from 'kysely'
import { newId } from '@db/id'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../context'
import { sideOf } from './nomination'
import type { NominationStep } from './nominations.server'

interface NewStep extends Pick<NominationStep, 'event' | 'fromState' | 'toState' | 'detail' | 'was'> {
  nominationId: string
  /** Whether the other side hears of it. */
  isTold: boolean
}

/** Writes down a step, and puts in that the other side is told. */
export async function writeStep(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { isTold, was, ...step }: NewStep,
): Promise<void> {
  const id = newId()
  await trx
    .insertInto('nominationStep')
    .values({
      ...{ id, ...step, was: JSON.stringify(was) },
      ...{ happenedAt: app.clock(), byPerson: viewer.personId, bySide: sideOf(viewer) },
    })
    .execute()
  if (isTold) await app.jobs.enqueue(trx, 'notify', { nominationStepId: id })
}
