import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '~/domain/context'
import { offerBedspace } from '~/domain/referral/events/offer/act.server'
import { inboxFor } from '~/domain/referral/list/referral-lists.server'
import { addDays, londonDay } from '~/domain/time/calendar'
import type { TestDatabase } from '@tests/support/database'
import { benchContention } from './contention'
import { atMost, type Figure } from './figure'
import { domainOn, type Ground } from './ground'
import { alternate, type Compared, median, medianRatio, PAIRS, timed } from './measure'
import { multiply } from './multiply'
import { newForm, type ReadyToOffer, referralsReady } from './referrals-ready'

/** A hundred times the data: half of it other organisations', half of it what is long over at the same ones. */
const HUNDREDFOLD = { elsewhere: 49, history: 50 }
const OFFERS_A_ROUND = 5
const INBOXES_A_ROUND = 10

/** Offers under contention, and what a hundred times the data does to a provider's day. */
export async function benchOffers(ground: Ground): Promise<Figure[]> {
  return ground.withDemonstration(async small => {
    const ready = await referralsReady(small, domainOn(small), OFFERS_A_ROUND * (PAIRS + 1))
    return ground.withCopy(small, async large => {
      await multiply(ground.superuserUrl(large), HUNDREDFOLD)
      return [...(await benchGrowth(small, large, ready)), await benchContention(small, ready)]
    })
  })
}

async function benchGrowth(small: TestDatabase, large: TestDatabase, ready: ReadyToOffer): Promise<Figure[]> {
  const inbox = await alternate(
    () => readInbox(domainOn(large), ready.provider),
    () => readInbox(domainOn(small), ready.provider),
  )
  const offers = await alternate(
    round => makeOffers(domainOn(large), ready, round),
    round => makeOffers(domainOn(small), ready, round),
  )
  return [growth('offers-inbox-100x', inbox), growth('offers-offer-100x', offers)]
}

function growth(id: string, compared: Compared<number>): Figure {
  const [large, small] = [median(compared.a), median(compared.b)].map(ms => ms.toFixed(2))
  const value = medianRatio(compared, ms => ms)
  return { id, value, bar: atMost(1.2), note: `${large} ms at 100 ×, ${small} ms at 1 ×` }
}

/** Milliseconds an inbox. */
async function readInbox(app: DomainContext, provider: SignedInViewer): Promise<number> {
  const all = await timed(async () => {
    for (let each = 0; each < INBOXES_A_ROUND; each += 1) await inboxFor(app, provider)
  })
  return all / INBOXES_A_ROUND
}

/** Milliseconds an offer; each is of another referral, for days of its own, a year or more from now. */
async function makeOffers(app: DomainContext, ready: ReadyToOffer, round: number): Promise<number> {
  const { provider, bedspaceId } = ready
  const first = round * OFFERS_A_ROUND
  const all = await timed(async () => {
    for (const [index, target] of ready.targets.slice(first, first + OFFERS_A_ROUND).entries()) {
      const fromOn = addDays(londonDay(app.clock()), 365 + (first + index) * 100)
      const stay = { bedspaceId, fromOn, untilOn: addDays(fromOn, 84), conflictCheckDone: true }
      const made = await offerBedspace(app, provider, { ...target, ...stay }, newForm())
      if (!made.ok) throw new Error(`An offer was refused: ${made.reason}`)
    }
  })
  return all / OFFERS_A_ROUND
}
