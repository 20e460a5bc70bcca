import { DAY_MS, addDays, type Day } from '~/domain/time/calendar'
import { Policy } from '~/domain/eligibility/policy'
import { seedId } from '../../seed-id'
import { openDay } from '../open-day'
import { organisationId } from '../organisations'
import { districtSite } from '../district-site'
import { OFFICE } from '../staffing'
import { fictionalPhone } from '../telephone'
import { PROGRAMMES } from './programme-list'
import type { ProgrammeSketch } from './programme-sketch'

/** A cohort takes nobody in its last days before it starts, unless it says otherwise. */
const CLOSES_DAYS_BEFORE = 3

function idOf(programme: ProgrammeSketch): string {
  return seedId(`service:${programme.key}`)
}

/** Entries were gone through one after the other; the last of them longer ago than a year. */
export function programmeServiceRows(today: Day) {
  return PROGRAMMES.map((programme, index) => ({
    id: idOf(programme),
    organisationId: organisationId(programme.provider),
    name: programme.name,
    kind: programme.kind,
    summary: programme.summary,
    description: `${programme.about}\n\n${programme.outcomes}. This programme is fictional.`,
    audience: programme.audience,
    ...routeOf(programme),
    phone: programme.phone ?? fictionalPhone(499 + Number(programme.key.slice(1))),
    outOfHoursPhone: programme.outOfHoursPhone ?? null,
    email: `${programme.key.toLowerCase()}@example.org`,
    staffing: 'office hours',
    staffedHours: JSON.stringify(programme.hours ?? OFFICE),
    paymentNote: 'Free',
    languages: programme.languages ?? ['English'],
    wheelchair: programme.wheelchair ?? null,
    assuredOn: addDays(today, -15 - index * 12),
  }))
}

/** Days are relative to today, so that some funding always ends within 90 and 180 days. */
export function programmeRows(today: Day) {
  return PROGRAMMES.map(programme => ({
    serviceId: idOf(programme),
    type: programme.type,
    deliveredIn: [...programme.deliveredIn],
    prisonCodes: programme.prisons,
    audiences: [...programme.audiences],
    takesRemand: programme.takesRemand,
    minimumStayWeeks: programme.minimumStayWeeks,
    sessions: programme.sessions,
    weeks: programme.weeks,
    format: programme.format,
    languageAndLiteracy: programme.literacy ?? 'Spoken English; no reading needed',
    childContactClearance: programme.childContactClearance,
    rotl: programme.rotl,
    rotlLicence: licenceOf(programme),
    travelAndCreche: travelOf(programme),
    ...fundingOf(programme, today),
    costPerPlacePence: programme.costPerPlace === null ? null : programme.costPerPlace * 100,
    intendedOutcomes: programme.outcomes,
    outcomeMeasure: programme.measure,
  }))
}

export function cohortRows(today: Day) {
  return PROGRAMMES.flatMap(programme =>
    programme.cohorts.map(({ startsIn, closes = CLOSES_DAYS_BEFORE, ...places }, run) => {
      const startsOn = openDay(today, startsIn)
      return {
        id: seedId(`cohort:${programme.key}:${startsIn}`),
        serviceId: idOf(programme),
        startsOn,
        endsOn: addDays(startsOn, (programme.weeks ?? 1) * 7 - 1),
        lastReferralOn: addDays(startsOn, -closes),
        ...places,
        // The fourth run of a programme, if there is one, does not say.
        reachChildren: run === 3 ? null : Math.round(places.capacity * 1.5),
      }
    }),
  )
}

export function programmeAreaRows() {
  return PROGRAMMES.flatMap(programme =>
    programme.authorities.map(authorityCode => ({ serviceId: idOf(programme), authorityCode })),
  )
}

export function programmePathwayRows() {
  return PROGRAMMES.flatMap(programme =>
    ['families' as const, ...(programme.alsoServes ?? [])].map(pathway => ({
      serviceId: idOf(programme),
      pathway,
    })),
  )
}

export function programmePolicyRows(now: Date) {
  return PROGRAMMES.map(programme => ({
    serviceId: idOf(programme),
    criteria: JSON.stringify(
      Policy.parse({ sex: programme.sex, ageMin: 18, peopleFromPrison: 'yes', ...programme.policy }),
    ),
    notes: [
      ...(programme.childContactClearance
        ? ['Public protection must first record that contact is permitted']
        : []),
      ...(programme.notes ?? []),
    ],
    verifiedAt: new Date(now.getTime() - 20 * DAY_MS),
  }))
}

/** Where a programme can be visited. */
export function programmeSiteRows() {
  return PROGRAMMES.flatMap(programme =>
    programme.site ? [districtSite(idOf(programme), programme.site)] : [],
  )
}

function routeOf({ route }: ProgrammeSketch) {
  if (route === 'here') return { referralRoute: 'here', referralRouteReason: null }
  return { referralRoute: 'phone', referralRouteReason: 'Ring to nominate somebody: checks come first' }
}

function licenceOf({ rotl, rotlLicence }: ProgrammeSketch): string | null {
  const isAsked = rotl === 'possible' || rotl === 'required'
  return rotlLicence ?? (isAsked ? 'Childcare resettlement licence' : null)
}

function travelOf({ travel, deliveredIn }: ProgrammeSketch): string | null {
  return travel ?? (deliveredIn.includes('community') ? 'Bus fares paid; crèche on request' : null)
}

/** Three years of money, where a programme says who pays for it. */
function fundingOf({ funder, fundingEndsIn, fundingRenewal }: ProgrammeSketch, today: Day) {
  const ends = fundingEndsIn
  return {
    funder,
    fundingStartsOn: ends === null ? null : addDays(today, ends - 3 * 365),
    fundingEndsOn: ends === null ? null : addDays(today, ends),
    fundingRenewal,
  }
}
