import { boundsWords } from '../unmet-need/share-bounds'
import type { Better } from './indicator'
import { type Reading, spanOfReading } from './reading'
import { type Light, lightOf, type Threshold } from './threshold'

/** An indicator's light, or grey and why. */
export type Rating = { light: Light } | { light: null; because: string }

/** @param baseline what stands in for a threshold until one is set: "30% (April 2022 to March 2023)"; null where none may be shown */
export function ratingOf(
  reading: Reading,
  threshold: Threshold | null,
  { better, baseline }: { better: Better; baseline: string | null },
): Rating {
  if (better === null) return { light: null, because: 'neither more nor less is better' }
  if (reading.grey !== null) return { light: null, because: reading.grey }
  if (threshold === null)
    return {
      light: null,
      because: baseline === null ? 'no threshold yet' : `no threshold yet: baseline ${baseline}`,
    }
  return lightOfSpan(reading, threshold, better)
}

/** A figure of which only the bounds are known has a light where both ends of them have the same. */
function lightOfSpan(reading: Reading, threshold: Threshold, better: 'higher' | 'lower'): Rating {
  const span = spanOfReading(reading)
  if (span === null) return { light: null, because: 'not published' }
  const [light, other] = [span.low, span.high].map(percent => lightOf(percent, threshold, better))
  if (light !== undefined && light === other) return { light }
  return { light: null, because: `${boundsWords(span)}: ${light} or ${other}` }
}
