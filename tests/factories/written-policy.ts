import type { SmallService } from '@db/seeds/small-services'
import { policiesWritten } from '~/domain/referral/changes/decide-again.server'
import type { ReferralWorld } from './referral-world'

/** Writes some of a policy as a script or an administrator would: nothing keeps them from what is no policy. */
export async function writePolicy(
  world: ReferralWorld,
  service: SmallService,
  patch: Readonly<Record<string, unknown>>,
): Promise<void> {
  const serviceId = world.services[service]
  const { owner } = world.database
  const { criteria } = await owner
    .selectFrom('servicePolicy')
    .select('criteria')
    .where('serviceId', '=', serviceId)
    .executeTakeFirstOrThrow()
  await owner
    .updateTable('servicePolicy')
    .set(row => ({
      criteria: JSON.stringify({ ...(criteria as object), ...patch }),
      version: row('version', '+', 1),
    }))
    .where('serviceId', '=', serviceId)
    .execute()
}

/** The worker comes by. @throws where a referral could not be decided again */
export async function workerDecides(world: ReferralWorld): Promise<number> {
  return policiesWritten(world.worker, error => {
    throw error
  })
}
