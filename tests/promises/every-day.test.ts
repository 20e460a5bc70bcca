import { beforeAll, describe, expect, it } from 'vitest'
import { type Archetype, ARCHETYPES } from '@db/seeds/demonstration/archetypes'
import { bedspaceRows, claimRows } from '@db/seeds/demonstration/bedspaces'
import { CASES } from '@db/seeds/demonstration/cases/case-list'
import { confirmationRows } from '@db/seeds/demonstration/confirmations'
import { policyOf, serviceFactsOf } from '@db/seeds/demonstration/decided-service'
import { programmeServiceRows, cohortRows } from '@db/seeds/demonstration/programmes/programme-rows'
import { factsOf, releaseDay } from '@db/seeds/demonstration/cases/seed-cases'
import { serviceId } from '@db/seeds/demonstration/service-rows'
import { serviceType } from '@db/seeds/demonstration/service-types'
import { staffedHours } from '@db/seeds/demonstration/staffing'
import { decideEligibility } from '~/domain/eligibility/decide'
import { group } from '~/domain/eligibility/decision'
import { freshness } from '~/domain/vacancy/freshness/freshness'
import { StaffedHours } from '~/domain/vacancy/freshness/staffed-time'
import { EVERY_DAY, firstOpen, isOpen, plus } from './hand-calendar'

/** Where freshness has fallen behind, as the demonstration tells it; every other provider confirms. */
const CHECK_FIRST = ['A08', 'A20', 'A31', 'A42', 'A53', 'A56']
const NOT_CONFIRMED = ['A12', 'A15', 'A25', 'A38', 'A46', 'A51', 'A54']
/** Early, late and at nine, by London's clocks in winter. */
const HOURS = ['T00:10:00Z', 'T09:00:00Z', 'T22:50:00Z']

const bedspaces = bedspaceRows()
const rooms = bedspaces.filter(row => row.serviceId === serviceId('A01'))
const services = new Map(ARCHETYPES.map(asFreshnessReads))
/** The same on every day: read once. */
const policies = ARCHETYPES.map(({ id }) => ({ id, policy: policyOf(id) }))
const beds = new Map<string, Beds>()
const wren = CASES.find(sketch => sketch.name === 'Wren Allerdale')

/** The days on which a promise is broken, each with what was found instead. */
function broken(expected: string, found: (day: string) => string): string[] {
  return EVERY_DAY.filter(day => found(day) !== expected).map(day => `${day}: ${found(day)}`)
}

beforeAll(() => {
  for (const day of EVERY_DAY) beds.set(day, lookAtBeds(day))
}, 180_000)

describe('on whatever day the demonstration is laid out', () => {
  it('a woman leaves Low Newton in five weeks, on the first day after that on which people work', () => {
    expect(wren?.releaseIn).toBe(35)
    expect(
      broken('as promised', day => (leaves(day) === firstOpen(plus(day, 35)) ? 'as promised' : leaves(day))),
    ).toEqual([])
  })

  it('nobody else leaves at a weekend or on a bank holiday, but for the woman who leaves today', () => {
    const strange = EVERY_DAY.flatMap(day =>
      CASES.map(sketch => ({ name: sketch.name, leavesOn: releaseDay(sketch, day) })).filter(
        ({ name, leavesOn }) =>
          leavesOn !== null && (name === 'Della Lonnen' ? leavesOn !== day : !isOpen(leavesOn)),
      ),
    )
    expect(strange).toEqual([])
  })

  it('four rooms of Marlpit House have nobody in them, today and for ten weeks', () => {
    const rooms = '4,7,9,11'
    expect(broken([rooms, rooms, rooms].join('; '), day => bedsOf(day).marlpit.join('; '))).toEqual([])
  })

  it('94 of 100 bedspaces are occupied, to within one', () => {
    const rounded = (day: string) =>
      Math.abs(bedsOf(day).occupied - 94) < 1 ? '94' : String(bedsOf(day).occupied)
    expect(broken('94', rounded)).toEqual([])
  })

  it('everybody who is in stays until her departure is recorded, and is expected to leave on a day to come', () => {
    expect(broken('', day => bedsOf(day).wrongStays.join())).toEqual([])
  })

  it('Mothers Together takes women now, and ends before she leaves; the family worker takes nobody', () => {
    const courses = (day: string) => {
      const [mothers, worker] = ['Mothers Together', 'Through the Gate Family Worker'].map(name =>
        takingOn(name, day),
      )
      return `${mothers?.filter(run => run.endsOn < leaves(day)).length} to finish, ${worker?.length} with the worker`
    }
    expect(broken('1 to finish, 0 with the worker', courses)).toEqual([])
  })

  it('a course begins on a day on which people work', () => {
    const strange = EVERY_DAY.flatMap(day => cohortRows(day).filter(({ startsOn }) => !isOpen(startsOn)))
    expect(strange).toEqual([])
  })

  it('nine places fit her, five more once she has answered, twenty-nine are to discuss', () => {
    expect(broken('9 eligible, 5 eligible_once_answered, 29 discuss, 45 not_eligible', placesFor)).toEqual([])
  })

  it('every state of freshness is to be seen, at any hour', () => {
    const behind = (day: string) => HOURS.map(hour => statesAt(new Date(`${day}${hour}`))).join(' | ')
    const told = `${CHECK_FIRST.join()} ${NOT_CONFIRMED.join()}`
    expect(broken([told, told, told].join(' | '), behind)).toEqual([])
  })
})

function leaves(day: string): string {
  return (wren && releaseDay(wren, day)) ?? 'no day'
}

interface Beds {
  /** The rooms of Marlpit House that nobody claims today, on the day she leaves, and ten weeks on. */
  marlpit: string[]
  /** In the hundred. */
  occupied: number
  /** The bedspaces of stays that end of themselves, or that should have ended by now. */
  wrongStays: string[]
}

function lookAtBeds(day: string): Beds {
  const claims = claimRows(day).map(({ bedspaceId, kind, during, expectedUntil }) => {
    const [from = '', until = ''] = during.slice(1, -1).split(',')
    return { bedspaceId, kind, from, until: until || 'for ever', expectedUntil: expectedUntil ?? '' }
  })
  const standing = (on: string) => claims.filter(({ from, until }) => from <= on && on < until)
  const roomsFree = (on: string) => {
    const taken = new Set(standing(on).map(({ bedspaceId }) => bedspaceId))
    return rooms.filter(({ id }) => !taken.has(id)).map(({ position }) => position)
  }
  return {
    marlpit: [day, leaves(day), plus(day, 69)].map(on => roomsFree(on).join()),
    occupied: (100 * standing(day).filter(({ kind }) => kind === 'occupied').length) / bedspaces.length,
    wrongStays: claims
      .filter(
        ({ kind, until, expectedUntil }) =>
          kind === 'occupied' && (until !== 'for ever' || expectedUntil <= day),
      )
      .map(({ bedspaceId }) => bedspaceId),
  }
}

function bedsOf(day: string): Beds {
  return beds.get(day) ?? lookAtBeds(day)
}

function takingOn(name: string, day: string) {
  const id = programmeServiceRows(day).find(row => row.name === name)?.id
  return cohortRows(day).filter(run => run.serviceId === id && run.lastReferralOn >= day)
}

function placesFor(day: string): string {
  if (!wren) return 'nobody'
  const now = new Date(`${day}T09:00:00Z`)
  const facts = factsOf(wren, day)
  const groups = policies.map(({ id, policy }) =>
    group(decideEligibility(facts, policy, serviceFactsOf(id, now), now)),
  )
  return ['eligible', 'eligible_once_answered', 'discuss', 'not_eligible']
    .map(name => `${groups.filter(each => each === name).length} ${name}`)
    .join(', ')
}

function statesAt(now: Date): string {
  const states = confirmationRows(now).map(({ serviceId: id, confirmedAt }) => {
    const { key = '', kind = '', staffed = null } = services.get(id) ?? {}
    return { key, state: freshness(kind, staffed, confirmedAt, now).state }
  })
  const inState = (state: string) => states.filter(each => each.state === state).map(({ key }) => key)
  return `${inState('check_first').join()} ${inState('not_confirmed').join()}`
}

function asFreshnessReads({ id, type, staffing }: Archetype) {
  const hours = staffedHours(staffing)
  const staffed = hours === null ? null : StaffedHours.parse(JSON.parse(hours))
  return [serviceId(id), { key: id, kind: serviceType(type).kind, staffed }] as const
}
