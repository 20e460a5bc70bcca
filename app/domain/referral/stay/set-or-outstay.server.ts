import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../context'
import { releaseLapsed } from '../../vacancy/claims/claim-bedspace.server'
import { outstay, setLeaving, type Stay } from '../../vacancy/claims/stay.server'
import type { Leaving } from '../../vacancy/vacancy'
import { firstPromised, goesOn } from '../events/stay-goes-on/act.server'

export interface Changing {
  app: DomainContext
  trx: Transaction<DB>
  viewer: SignedInViewer
}

/**
 * Says when somebody is expected to leave. Where the days are promised to a referral, the stay goes on all the same, and what was
 * promised must be reconfirmed. False where something else claims them.
 */
export async function setOrOutstay(
  { app, trx, viewer }: Changing,
  stay: Stay,
  leaving: Leaving | null,
): Promise<boolean> {
  await releaseLapsed(trx, stay.bedspaceId, app.clock())
  if (await setLeaving(trx, stay, leaving)) return true
  const promised = await firstPromised(trx, stay)
  if (promised === null || !(await outstay(trx, stay, leaving, promised.from))) return false
  await goesOn(app, trx, viewer, promised)
  return true
}
