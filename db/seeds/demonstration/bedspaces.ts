import type { Insertable } from 'kysely'
import type { Bedspace, BedspaceClaim } from '@db/schema'
import { addDays, type Day } from '~/domain/time/calendar'
import { seedId } from '../seed-id'
import { type Archetype, ARCHETYPES } from './archetypes'
import { profileOf } from './profiles/profile-list'
import { rentWeeklyPence } from './rent'
import { serviceId } from './service-rows'
import { serviceType } from './service-types'

interface Bed {
  archetype: Archetype
  /** From 1 within its service. */
  number: number
  /** From 0 over the whole region: decides which beds are free and which are voids. */
  place: number
}

/** Providers that keep a count, not a list of rooms. */
const COUNTED_KINDS = ['emergency', 'dispersed', 'housing_first', 'approved_premises']

/** Beds kept free for what the demonstration shows. */
const FREE_BEDS: Record<string, number[]> = {
  A01: [4, 7, 9, 11],
  A03: [6],
  A18: [3, 11],
  A29: [2, 5, 8],
  A55: [5],
}

/** Of every hundred other beds three are free and two are voids: 94% are occupied. */
const FREE_OF_HUNDRED = [7, 41, 75]
const VOID_OF_HUNDRED: Record<number, string> = { 23: 'repair', 88: 'deep_clean' }

const LONGEST_STAY_WEEKS = 52

/** Where the demonstration counts on which beds are free, nobody leaves before this: whatever the day, as many are. */
const NOBODY_LEAVES_FOR_DAYS = 70

export function bedspaceId(archetypeId: string, number: number): string {
  return seedId(`bedspace:${archetypeId}:${number}`)
}

export function bedspaceRows(): Insertable<Bedspace>[] {
  return beds().map(({ archetype, number }) => {
    const { kind } = serviceType(archetype.type)
    const type = profileOf(archetype.id).rooms ?? serviceType(archetype.type).bed ?? 'shared'
    const named = !COUNTED_KINDS.includes(kind)
    return {
      id: bedspaceId(archetype.id, number),
      serviceId: serviceId(archetype.id),
      name: named ? `${type === 'shared' ? 'Room' : 'Flat'} ${number}` : `Bed ${number}`,
      named,
      type,
      sex: sexOf(archetype, number),
      wheelchair: number === 1,
      rentWeeklyPence: rentWeeklyPence(archetype),
      position: number,
    }
  })
}

/** Who is in, with the day each is expected to leave; and voids. Relative to `today`. */
export function claimRows(today: Day): Insertable<BedspaceClaim>[] {
  return beds().flatMap(bed => {
    if (isFree(bed)) return []
    const voidReason = VOID_OF_HUNDRED[bed.place % 100]
    return voidReason ? [voidClaim(bed, voidReason, today)] : stay(bed, today)
  })
}

function beds(): Bed[] {
  const housing = ARCHETYPES.filter(archetype => serviceType(archetype.type).bed !== null)
  const each = housing.flatMap(archetype =>
    Array.from({ length: archetype.capacity }, (_, index) => ({ archetype, number: index + 1 })),
  )
  return each.map((bed, place) => ({ ...bed, place }))
}

function isFree({ archetype, number, place }: Bed): boolean {
  const kept = FREE_BEDS[archetype.id]
  return kept ? kept.includes(number) : FREE_OF_HUNDRED.includes(place % 100)
}

/** Somebody who came by another route, until her departure is recorded; she is expected to leave on a day to come. */
function stay({ archetype, number, place }: Bed, today: Day): Insertable<BedspaceClaim>[] {
  const days = Math.min(archetype.maxStayWeeks ?? LONGEST_STAY_WEEKS, LONGEST_STAY_WEEKS) * 7
  const left = archetype.id in FREE_BEDS ? NOBODY_LEAVES_FOR_DAYS : 0
  const from = addDays(today, -((place * 37) % (days - left)))
  const expectedUntil = addDays(from, days)
  const bedspace = bedspaceId(archetype.id, number)
  return [
    {
      id: seedId(`stay:${bedspace}`),
      bedspaceId: bedspace,
      kind: 'occupied',
      during: `[${from},)`,
      expectedUntil,
    },
  ]
}

function voidClaim({ archetype, number }: Bed, voidReason: string, today: Day): Insertable<BedspaceClaim> {
  const bedspace = bedspaceId(archetype.id, number)
  const during = range(addDays(today, -6), addDays(today, 15))
  return { id: seedId(`void:${bedspace}`), bedspaceId: bedspace, kind: 'void', during, voidReason }
}

function sexOf(archetype: Archetype, number: number): string {
  if (archetype.sex !== 'mixed') return archetype.sex
  return archetype.id === 'A18' && number <= 7 ? 'women' : 'mixed'
}

function range(from: Day, until: Day): string {
  return `[${from},${until})`
}
