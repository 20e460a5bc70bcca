import { DAY_MS, addDays, type Day } from '~/domain/time/calendar'
import { Policy } from '~/domain/eligibility/policy'
import { seedId } from '../seed-id'
import { openDay } from './open-day'
import { fictionalPhone, organisationId } from './organisations'
import { type ProgrammeSketch, PROGRAMMES } from './programme-list'

/** A cohort takes nobody in its last days before it starts. */
const CLOSES_DAYS_BEFORE = 3

function idOf(programme: ProgrammeSketch): string {
  return seedId(`service:${programme.key}`)
}

export function programmeServiceRows() {
  return PROGRAMMES.map((programme, index) => ({
    id: idOf(programme),
    organisationId: organisationId(programme.provider),
    name: programme.name,
    kind: programme.kind,
    summary: programme.summary,
    description: `${programme.summary}\n\n${programme.outcomes}. This programme is fictional.`,
    audience: programme.audience,
    referralRoute: 'phone',
    referralRouteReason: 'Ring to nominate somebody: checks come first',
    phone: fictionalPhone(500 + index),
    email: `${programme.key.toLowerCase()}@example.org`,
    staffing: 'office hours',
    staffedHours: JSON.stringify([{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }]),
    paymentNote: 'Free',
    languages: ['English'],
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
    languageAndLiteracy: 'Spoken English; no reading needed',
    childContactClearance: programme.childContactClearance,
    rotl: programme.rotl,
    rotlLicence: programme.rotl === 'possible' ? 'Childcare resettlement licence' : null,
    travelAndCreche: programme.deliveredIn.includes('community') ? 'Bus fares paid; crèche on request' : null,
    funder: programme.funder,
    fundingStartsOn: addDays(today, programme.fundingEndsIn - 3 * 365),
    fundingEndsOn: addDays(today, programme.fundingEndsIn),
    fundingRenewal: programme.fundingRenewal,
    costPerPlacePence: programme.costPerPlace * 100,
    intendedOutcomes: programme.outcomes,
    outcomeMeasure: programme.measure,
  }))
}

export function cohortRows(today: Day) {
  return PROGRAMMES.flatMap(programme =>
    programme.cohorts.map(({ startsIn, ...places }) => {
      const startsOn = openDay(today, startsIn)
      return {
        id: seedId(`cohort:${programme.key}:${startsIn}`),
        serviceId: idOf(programme),
        startsOn,
        endsOn: addDays(startsOn, programme.weeks * 7 - 1),
        lastReferralOn: addDays(startsOn, -CLOSES_DAYS_BEFORE),
        ...places,
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
  return PROGRAMMES.map(programme => ({ serviceId: idOf(programme), pathway: 'families' }))
}

export function programmePolicyRows(now: Date) {
  return PROGRAMMES.map(programme => ({
    serviceId: idOf(programme),
    criteria: JSON.stringify(Policy.parse({ sex: programme.sex, ageMin: 18, peopleFromPrison: 'yes' })),
    notes: programme.childContactClearance
      ? ['Public protection must first record that contact is permitted']
      : [],
    verifiedAt: new Date(now.getTime() - 20 * DAY_MS),
  }))
}
