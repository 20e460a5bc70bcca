import { addDays, type Day } from '~/domain/time/calendar'
import type { BedNight } from '~/domain/unmet-need/episode'
import { createRandom, type Random } from './random'

/** About 25 women-only beds may take people from prison; 94% of all are taken. The beds for women in mixed houses are an estimate. */
const BEDS = { women_only: 25, mixed: 84 } as const
const FREE_SHARE = 0.06
/** Of the beds, those at services that confirmed in time. */
const FRESH = { lowest: 78, highest: 96 } as const

/** Every night from the first to the last day, for women-only and for mixed provision. */
export function makeBedNights(from: Day, to: Day): BedNight[] {
  const random = createRandom(1)
  const nights: BedNight[] = []
  for (let night = from; night <= to; night = addDays(night, 1)) {
    nights.push(nightOf(random, night, 'women_only'), nightOf(random, night, 'mixed'))
  }
  return nights
}

function nightOf(random: Random, night: Day, provision: BedNight['provision']): BedNight {
  const beds = BEDS[provision]
  const freshBeds = Math.floor((beds * random.between(FRESH.lowest, FRESH.highest)) / 100)
  const free = Array.from({ length: freshBeds }, () => random.chance(FREE_SHARE))
  return { night, provision, beds, freshBeds, freshFree: free.filter(Boolean).length }
}
