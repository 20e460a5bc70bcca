import { asWorker } from '@db/viewer-transaction'
import { oweMessages } from '~/domain/notification/notify.server'
import type { ReferralTarget } from '~/domain/referral/events/act-on-referral.server'
import type { ReferralWorld } from './referral-world'

/** Lets every event of a kind in a referral's history owe its messages, in their order; gives all that are owed for them. */
export async function messagesOwed(
  world: ReferralWorld,
  { referralId }: Pick<ReferralTarget, 'referralId'>,
  event: string,
): Promise<{ personId: string; template: string }[]> {
  const { owner, worker } = world.database
  const happened = await owner
    .selectFrom('referralHistory')
    .select('id')
    .where('referralId', '=', referralId)
    .where('event', '=', event)
    .orderBy('sequence')
    .execute()
  for (const { id: historyId } of happened) {
    const notice = { historyId, sendsMail: false, now: world.app.clock() }
    await asWorker(worker, trx => oweMessages(trx, world.app.jobs, notice))
  }
  return owner
    .selectFrom('message')
    .innerJoin('referralHistory', 'referralHistory.id', 'message.historyId')
    .select(['message.personId', 'message.template'])
    .where('message.referralId', '=', referralId)
    .where('referralHistory.event', '=', event)
    .where('message.personId', 'is not', null)
    .$narrowType<{ personId: string }>()
    .execute()
}

/** The same by person, once for each message. */
export async function peopleOwed(
  world: ReferralWorld,
  target: Pick<ReferralTarget, 'referralId'>,
  event: string,
): Promise<string[]> {
  return (await messagesOwed(world, target, event)).map(({ personId }) => personId).sort()
}
