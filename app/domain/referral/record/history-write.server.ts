import type { Transaction } from 'kysely'
import { newId } from '@db/id'
import type { DB } from '@db/schema'
import type { DomainContext } from '../../context'
import type { Acted } from '../events/acting'
import { keepNote, tierOfEventWords } from './referral-note.server'
import { historyCodes, historyNote } from '../events/event-details'
import { sideOf } from './referral-access.server'

/**
 * Writes what happened. What the system does is written without who or which organisation caused it: the parties of one
 * referral must not learn where the person was placed by another. `was` is what a correction put right, before what it is now.
 */
export async function writeHistory(
  app: DomainContext,
  trx: Transaction<DB>,
  { acting, step, referral, state }: Acted,
  was: readonly string[],
): Promise<string> {
  const id = newId()
  const actor = acting.by === 'side' ? acting.viewer : null
  await trx
    .insertInto('referralHistory')
    .values({
      id,
      referralId: referral.id,
      caseId: referral.caseId,
      happenedAt: app.clock(),
      event: step.event,
      fromState: referral.state,
      toState: state,
      byRole: actor?.role ?? acting.by,
      byPerson: actor?.personId ?? null,
      byOrganisation: actor?.organisationId ?? null,
      reasons: [...was, ...historyCodes(step.details)],
    })
    .execute()
  const side = actor && sideOf(actor, referral)
  if (side) {
    const tier = tierOfEventWords(side, { event: step.event, to: state }, referral, step.details.agreedTier)
    const of = { id, referralId: referral.id, caseId: referral.caseId, tier }
    await keepNote(trx, app.keys, of, historyNote(step.details))
  }
  return id
}
