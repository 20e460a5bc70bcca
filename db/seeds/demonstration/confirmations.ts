import { ARCHETYPES, indexOf, type Archetype } from './archetypes'
import { serviceId } from './service-rows'
import { serviceType } from './service-types'
import { HOUR_MS } from '~/domain/time/calendar'

type Play = 'keeps_confirming' | 'check_first' | 'silent' | 'never'

/** Providers that fall behind, so that every state of freshness is always to be seen. */
const BEHIND: Record<string, Play> = {
  A08: 'check_first',
  A12: 'silent',
  A15: 'silent',
  A20: 'check_first',
  A25: 'silent',
  A31: 'check_first',
  A38: 'silent',
  A42: 'check_first',
  A46: 'never',
  A51: 'silent',
  A53: 'check_first',
  A54: 'never',
  A56: 'check_first',
}

/** Services whose providers the demonstration's worker plays: it confirms for them, so that the world stays true. */
export function playedServiceIds(): string[] {
  return withBeds()
    .filter(archetype => playOf(archetype) === 'keeps_confirming')
    .map(archetype => serviceId(archetype.id))
}

/** When each service with beds last confirmed its vacancies. */
export function confirmationRows(now: Date) {
  return withBeds().map(archetype => ({
    serviceId: serviceId(archetype.id),
    confirmedAt: confirmedAt(archetype, now),
  }))
}

function confirmedAt(archetype: Archetype, now: Date): Date | null {
  const hours = hoursAgo(archetype)
  return hours === null ? null : new Date(now.getTime() - hours * HOUR_MS)
}

/** Beds that go within the day are "check first" after one day, others after seven. */
function hoursAgo(archetype: Archetype): number | null {
  const isQuick = ['refuge', 'emergency'].includes(serviceType(archetype.type).kind)
  const isRoundTheClock = archetype.staffing === '24 hours'
  switch (playOf(archetype)) {
    case 'never':
      return null
    case 'silent':
      return 24 * 45 + indexOf(archetype)
    case 'check_first':
      if (!isQuick) return 24 * 9
      return isRoundTheClock ? 40 : 24 * 8
    case 'keeps_confirming':
      return isQuick ? 1 + (indexOf(archetype) % 6) : 3 + ((indexOf(archetype) * 11) % 90)
  }
}

function playOf(archetype: Archetype): Play {
  return BEHIND[archetype.id] ?? 'keeps_confirming'
}

function withBeds(): Archetype[] {
  return ARCHETYPES.filter(archetype => serviceType(archetype.type).bed !== null)
}
