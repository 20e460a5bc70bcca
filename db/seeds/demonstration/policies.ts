import type { z } from 'zod'
import { Policy } from '~/domain/eligibility/policy'
import { type Archetype, ARCHETYPES, indexOf } from './archetypes'
import { excludedCriteria, policyNotes } from './exclusions'
import { profileOf } from './profiles/profile-list'
import { serviceId } from './service-rows'
import { serviceType } from './service-types'
import { DAY_MS } from '~/domain/time/calendar'

type Stated = z.input<typeof Policy>

/** Services that answered every question about whom they take. The rest have the gaps a real directory has. */
const COMPLETE = new Set(
  (
    'A01 A02 A03 A04 A05 A06 A07 A08 A11 A16 A18 A19 A20 A21 A22 A23 A26 A27 A28 A29 A30 A31 A36 A37 ' +
    'A41 A42 A45 A48 A49 A50 A55 A57 B01 B04 B05 B06 B08'
  ).split(' '),
)

/** They take people from prison, and nobody who must be in at a set hour. */
const NO_CURFEW = ['assessment hub', 'abstinence recovery house', 'harm-reduction hostel']

/** Nobody has verified these for more than 90 days, or ever. */
const VERIFIED_LONG_AGO = new Set(['A13', 'A25', 'A43', 'A51', 'A56'])
const NEVER_VERIFIED = new Set(['A24', 'A46', 'A54'])

export function hasCompletePolicy(archetypeId: string): boolean {
  return COMPLETE.has(archetypeId)
}

/** The policies of the services as rows. */
export function policyRows(now: Date) {
  return ARCHETYPES.map(archetype => ({
    serviceId: serviceId(archetype.id),
    criteria: JSON.stringify(Policy.parse(criteria(archetype))),
    notes: policyNotes(archetype.exclusions, archetype.note),
    verifiedAt: verifiedAt(archetype, now),
  }))
}

export function verifiedAt(archetype: Archetype, now: Date): Date | null {
  if (NEVER_VERIFIED.has(archetype.id)) return null
  const days = VERIFIED_LONG_AGO.has(archetype.id)
    ? 120 + indexOf(archetype)
    : 5 + ((indexOf(archetype) * 7) % 60)
  return new Date(now.getTime() - days * DAY_MS)
}

export function criteria(archetype: Archetype): Stated {
  const rest = hasCompletePolicy(archetype.id) ? everythingElse(archetype) : {}
  const said = profileOf(archetype.id).policy ?? {}
  return { ...rest, ...basics(archetype), ...excludedCriteria(archetype.exclusions), ...said }
}

function basics(archetype: Archetype): Stated {
  const { sex, children } = archetype
  return {
    sex: sex === 'women' || sex === 'men' ? sex : 'mixed',
    ageMin: archetype.ageMin,
    ageMax: archetype.ageMax,
    peopleFromPrison: yesCaseNo(archetype.acceptsOffenders),
    couple: yesCaseNo(archetype.couples),
    children: childrenRule(children),
    onlyFor: onlyFor(archetype),
  }
}

/** What a service that takes people from prison usually says where services.json says nothing. */
function everythingElse(archetype: Archetype): Stated {
  const takesOffenders = archetype.acceptsOffenders === 'yes'
  return {
    convictions: { rule: 'any' },
    arson: { rule: takesOffenders ? 'any' : 'case_by_case' },
    sexualOffence: 'case_by_case',
    offencesAgainstChildren: 'case_by_case',
    domesticAbusePerpetrator: takesOffenders ? 'any' : 'case_by_case',
    violence: { highest: 'high' },
    rosh: { highest: archetype.supportLevel === 'low' ? 'medium' : 'high' },
    substances: { recovery: 'yes', ost: 'yes', active: 'yes' },
    injecting: 'yes',
    curfew: takesOffenders && !NO_CURFEW.includes(archetype.type) ? 'yes' : 'no',
    ...moneyAndPlace(archetype),
  }
}

function moneyAndPlace(archetype: Archetype): Stated {
  const isRefuge = serviceType(archetype.type).kind === 'refuge'
  return {
    nrpf: isRefuge ? 'funded_only' : 'no',
    pregnancy: archetype.sex === 'men' ? null : { toWeek: archetype.children === 'no' ? 30 : 42 },
    pets: 'assistance_only',
    access: {
      wheelchair: indexOf(archetype) % 5 === 1 ? 'no' : 'yes',
      levelAccess: 'yes',
      lift: 'no',
      stairs: 'yes',
    },
    localConnection: isRefuge ? 'must_come_from_elsewhere' : 'preferred',
    arrearsLimitPence: 200_000,
    funding: ['housing_benefit', 'own_money', 'council', 'probation'],
    weeklyChargePence: 1200 + (indexOf(archetype) % 5) * 250,
    supportHoursPerWeek: { low: 2, medium: 8, high: 20 }[archetype.supportLevel] ?? null,
  }
}

/** The group a kind of house is kept for; of no group where everything was answered, else not stated. */
function onlyFor({ id, type }: Archetype): Stated['onlyFor'] {
  const group = serviceType(type).onlyFor
  if (group) return [group]
  return hasCompletePolicy(id) ? [] : null
}

function yesCaseNo(words: string): 'yes' | 'case_by_case' | 'no' | null {
  if (words === 'not stated') return null
  return words === 'yes' || words === 'no' ? words : 'case_by_case'
}

function childrenRule(words: string): Stated['children'] {
  const boysTo = /^boys to (\d+)$/.exec(words)?.[1]
  if (boysTo) return { rule: 'live_in', most: 4, highestAge: 17, boysHighestAge: Number(boysTo) }
  const rules: Record<string, Stated['children']> = {
    no: { rule: 'none' },
    'visits only': { rule: 'visits_only' },
    'case by case': { rule: 'case_by_case' },
    'yes (one or two)': { rule: 'live_in', most: 2 },
    yes: { rule: 'live_in' },
  }
  return rules[words] ?? null
}
