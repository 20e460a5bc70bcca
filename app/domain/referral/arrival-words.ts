import { pounds } from '../service/money'
import type { Row } from './glance-words'

/** What both sides need for the day of arrival. No address stands here, open or not: the service's own page says it. */

interface ArrivalFacts {
  latestArrival: string | null
  outOfHoursPhone: string | null
  confidential: boolean
  firstWeekChargePence: number | null
}

/** Where to go, until when, whom to phone, what the first week costs. Blank is 'not stated'. */
export function arrivalRows(
  facts: ArrivalFacts,
  offer: { fromOn: string; bedspaceName: string } | null,
  phone: string | null,
): Row[] {
  return [
    {
      key: 'Where',
      value: facts.confidential
        ? 'The provider phones on the day. The address is never shown here, printed or sent'
        : 'As the service’s page says',
    },
    { key: 'Bedspace', value: offer?.bedspaceName ?? 'Not stated' },
    { key: 'Latest arrival', value: facts.latestArrival?.slice(0, 5) ?? 'Not stated: phone' },
    { key: 'Phone', value: phone ?? 'Not stated' },
    { key: 'Out of hours', value: facts.outOfHoursPhone ?? 'Not stated' },
    {
      key: 'First week’s charge',
      value: chargeWords(facts.firstWeekChargePence),
    },
  ]
}

function chargeWords(pence: number | null): string {
  if (pence === null) return 'Not stated'
  return pence === 0 ? 'Nothing to pay' : pounds(pence)
}
