import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../context'
import { rowFor } from './lifecycle'
import { sideOf } from './nomination'
import { follow, lockNomination } from './take-step.server'

/**
 * Ends a nomination with the programme that closes: nobody there has a place any more, which is why for the figures too. The prison's team is
 * told. False, and nothing is changed, where it was changed since it was shown, or is none of the viewer's.
 */
export async function endWithTheService(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { nominationId, version }: { nominationId: string; version: number },
): Promise<boolean> {
  const found = await lockNomination(trx, viewer, nominationId)
  const row = found && rowFor(sideOf(viewer), found.state, 'leave')
  if (!found || !row || found.version !== version) return false
  await follow(app, trx, viewer, { found, row, wanted: { leftReason: 'no_place', licence: null } })
  return true
}
