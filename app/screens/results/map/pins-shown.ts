import type { ServicePin } from '~/domain/directory/service-pins.server'
import { askedFacts } from '~/domain/service/asked-facts'
import { ASKED_LABELS, type AskedFact, readsAlone } from '~/domain/service/asked-topics'
import type { Day } from '~/domain/time/calendar'
import { dayOrYear } from '~/domain/time/near-time'
import { kindGroup } from '~/domain/service/kind-group'
import { serviceKindLabel } from '~/domain/service/service-kind'
import type { PinShown } from '~/ui/map/pin-shown'
import { milesWords } from '../result-in-words'

/** The pins of a search, in words, as the map asks for them. */
export function pinsShown(pins: readonly ServicePin[], today: Day): PinShown[] {
  return pins.map(
    ({ id, name, provider, kind, phone, asked, lat, lng, distanceMiles, vacancy, vacancyOn }) => ({
      id,
      name,
      group: kindGroup(kind),
      kind: serviceKindLabel(kind),
      provider,
      facts: askedWords(askedFacts(asked, today)),
      lat: rounded(lat),
      lng: rounded(lng),
      ...(distanceMiles !== null && { miles: milesWords(distanceMiles) }),
      ...(phone !== null && { phone }),
      ...(vacancy !== null && { vacancy }),
      ...(vacancyOn !== null && { on: dayOrYear(vacancyOn, today) }),
    }),
  )
}

/** 'Women only · 18 and over · Pets: No': the row of a card as a line. */
function askedWords(facts: readonly AskedFact[]): string {
  return facts
    .map(fact => (readsAlone(fact) ? fact.value : `${ASKED_LABELS[fact.topic]}: ${fact.value}`))
    .join(' · ')
}

/** To about ten metres: more than a map draws. */
function rounded(degrees: number): number {
  return Math.round(degrees * 10_000) / 10_000
}
