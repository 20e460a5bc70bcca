import { londonDay, type Day } from '~/domain/time/calendar'
import { dayOrYear, timeAndDay } from '~/domain/time/near-time'
import { onceMoney, weeklyMoney } from '~/domain/money/money'
import { roomWords } from '~/domain/vacancy/vacancy'
import type { Row } from '~/domain/referral/disclosure/tiers'
import { someoneThereRows, type StayAhead } from '~/domain/referral/offer/someone-there'
import type { OfferPrice } from '~/domain/referral/offer/offer-price.server'

/** An offer as the officer reads it to the person before the answer. Safe for the browser. */

interface Offered {
  bedspaceName: string
  bedspaceType: string
  fromOn: Day
  untilOn: Day
  expiresAt: Date
  isHeld: boolean
  heldUntil: Date | null
  stayAhead: StayAhead | null
}

/** The room, the days, what it costs, and until when the offer stands. */
export function offerRows(offer: Offered, price: OfferPrice, releaseOn: Day | null, now: Date): Row[] {
  const today = londonDay(now)
  return [
    { key: 'Room', value: roomWords(offer) },
    ...someoneThereRows(offer.stayAhead, now),
    { key: 'Release', value: releaseOn === null ? 'Not known yet' : dayOrYear(releaseOn, today) },
    { key: 'First night', value: dayOrYear(offer.fromOn, today) },
    { key: 'Last day', value: dayOrYear(offer.untilOn, today) },
    { key: 'Rent', value: weeklyMoney(price.rentWeeklyPence) },
    { key: 'Service charge', value: weeklyMoney(price.serviceChargeWeeklyPence) },
    { key: 'First week’s charge', value: onceMoney(price.firstWeekChargePence) },
    { key: 'Deposit', value: onceMoney(price.depositPence) },
    ...(price.paymentNote ? [{ key: 'How it is paid', value: price.paymentNote }] : []),
    { key: 'Offer expires', value: `At ${timeAndDay(offer.expiresAt, now)}` },
    ...heldRows(offer, now),
  ]
}

/** A hold as long as the offer goes without saying. */
function heldRows({ isHeld, heldUntil, expiresAt }: Offered, now: Date): Row[] {
  if (!isHeld) return [{ key: 'Held', value: 'No: the yes is what takes the room' }]
  if (heldUntil === null || heldUntil >= expiresAt) return []
  return [{ key: 'Held', value: `Until ${timeAndDay(heldUntil, now)}; then the yes is what takes the room` }]
}

/** What making an offer does to the bedspace, by how many days the landlord holds one before release. */
export function offerLede(holdDays: number | null): string {
  if (holdDays === 0)
    return 'Nothing is held: the bedspace can be given to others until the person’s yes takes it. The referrer is told.'
  if (holdDays === null)
    return 'The bedspace is held from now until the offer is answered or expires, and nobody else can be given it.'
  const days = holdDays === 1 ? '1 day' : `${holdDays} days`
  return `The bedspace is held for ${days} from now, or until the offer is answered or expires if that is sooner.`
}
