import { onceMoney } from '~/domain/money/money'
import type { Row } from '~/domain/referral/disclosure/tiers'

/** What both sides need for the day of arrival. The address of a confidential site is never among it. */

interface ArrivalFacts {
  latestArrival: string | null
  outOfHoursPhone: string | null
  confidential: boolean
  /** Shown sites; of a confidential service there is none. */
  sites: readonly { address: string | null; town: string | null; outcode: string | null }[]
  firstWeekChargePence: number | null
}

/** Where to go, until when, whom to phone, what the first week costs. Blank is 'not stated'. */
export function arrivalRows(
  facts: ArrivalFacts,
  offer: { fromOn: string; bedspaceName: string } | null,
  phone: string | null,
): Row[] {
  return [
    { key: 'Where', value: whereWords(facts, phone) },
    { key: 'Bedspace', value: offer?.bedspaceName ?? 'Not stated' },
    { key: 'Latest arrival', value: facts.latestArrival?.slice(0, 5) ?? 'Not stated: phone' },
    { key: 'Phone', value: phone ?? 'Not stated' },
    { key: 'Out of hours', value: facts.outOfHoursPhone ?? 'Not stated' },
    { key: 'First week’s charge', value: onceMoney(facts.firstWeekChargePence) },
  ]
}

function whereWords({ confidential, sites }: ArrivalFacts, phone: string | null): string {
  if (confidential) return 'The provider phones on the day. The address is never shown here, printed or sent'
  const lines = sites.map(({ address, town, outcode }) => [address, town, outcode].filter(Boolean).join(', '))
  if (sites.some(({ address }) => address !== null)) return lines.join('; ')
  const area = lines.filter(line => line !== '').join('; ')
  const ask = phone === null ? 'Ask the provider for the address' : `Phone ${phone} for the address`
  return area === '' ? ask : `${ask}. It is in ${area}`
}
