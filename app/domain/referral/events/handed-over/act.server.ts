import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asSystem } from '@db/viewer-transaction'
import type { DomainContext } from '../../../context'
import { LIFECYCLE } from '../../lifecycle'
import { applyEvent } from '../apply-event.server'

const EVENT = 'handed_over'
const GO_ON = LIFECYCLE.filter(({ event }) => event === EVENT).map(({ from }) => from)

/** Keeps of each referral that goes on that another team has it now, and tells its provider; once the case is that team's. */
export async function referralsHandedOver(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { caseId, from, to }: { caseId: string; from: string; to: string },
): Promise<void> {
  await asSystem(trx, caseId, async system => {
    const open = await system
      .selectFrom('referral')
      .select('id')
      .where('caseId', '=', caseId)
      .where('state', 'in', GO_ON)
      .orderBy('id')
      .execute()
    for (const { id } of open) {
      const step = { referralId: id, event: EVENT, version: null, details: {} } as const
      const done = await applyEvent(app, system, { by: 'system', viewer }, step, () =>
        Promise.resolve({ ok: true, was: [from, to] }),
      )
      if (!done.ok) throw new Error(done.reason)
    }
  })
}
