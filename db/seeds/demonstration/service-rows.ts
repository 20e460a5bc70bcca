import type { Insertable } from 'kysely'
import type { Service } from '@db/schema'
import { addDays, type Day } from '~/domain/time/calendar'
import { seedId } from '../seed-id'
import { type Archetype, ARCHETYPES, indexOf } from './archetypes'
import { organisationId } from './organisations'
import { PLACES, STILL_CONFIDENTIAL } from './places'
import { profileOf } from './profiles/profile-list'
import { rentWeeklyPence } from './rent'
import { serviceType } from './service-types'
import { latestArrival, staffedHours } from './staffing'
import { fictionalPhone } from './telephone'

export function serviceId(archetypeId: string): string {
  return seedId(`service:${archetypeId}`)
}

/** A refuge, safe accommodation, or the one women-only house not yet released: no place of it is in the directory. */
export function isConfidential(archetype: Archetype): boolean {
  return serviceType(archetype.type).kind === 'refuge' || archetype.id === STILL_CONFIDENTIAL
}

export function placeName(archetypeId: string): string {
  const place = PLACES[archetypeId]
  if (!place) throw new Error(`No name is given for ${archetypeId}`)
  return place.name
}

/** The invented services as rows of the directory. `today` dates the assurance. */
export function serviceRows(today: Day): Insertable<Service>[] {
  return ARCHETYPES.map(archetype => ({
    id: serviceId(archetype.id),
    organisationId: organisationId(archetype.provider),
    name: placeName(archetype.id),
    ...directoryText(archetype),
    ...contacts(archetype),
    ...money(archetype),
    confidential: isConfidential(archetype),
    supportLevel: archetype.supportLevel,
    staffing: archetype.staffing,
    staffedHours: staffedHours(archetype.staffing),
    latestArrival: serviceType(archetype.type).bed ? latestArrival(archetype.staffing) : null,
    maxStayWeeks: archetype.maxStayWeeks,
    languages: profileOf(archetype.id).languages ?? ['English'],
    wheelchair: profileOf(archetype.id).wheelchair ?? wheelchair(indexOf(archetype)),
    complexNeeds: complexNeeds(archetype),
    holdDays: archetype.type === 'direct-access hostel' ? 1 : null,
    assuredOn: addDays(today, -30 - indexOf(archetype) * 5),
  }))
}

function directoryText(archetype: Archetype) {
  const { kind, professionalsOnly } = serviceType(archetype.type)
  const { summary, about } = profileOf(archetype.id)
  return {
    kind,
    summary,
    description: [...about, 'This service is fictional.'].join('\n\n'),
    audience: audience(archetype),
    visibility: professionalsOnly ? 'professionals' : 'public',
  }
}

function audience(archetype: Archetype): string {
  const who = { women: 'Women', men: 'Men' }[archetype.sex] ?? 'Women and men'
  const ages = archetype.ageMax
    ? `aged ${archetype.ageMin} to ${archetype.ageMax}`
    : `aged ${archetype.ageMin} and over`
  return `${who} ${ages}`
}

function contacts(archetype: Archetype) {
  const { route } = serviceType(archetype.type)
  const slug = archetype.provider.toLowerCase().replace(/[^a-z]+/g, '')
  const isStaffedAtNight = archetype.staffing.startsWith('24 hours') || archetype.staffing.includes('on call')
  return {
    referralRoute: route?.route ?? 'here',
    referralRouteReason: route?.because ?? null,
    phone: profileOf(archetype.id).phone ?? fictionalPhone(200 + indexOf(archetype)),
    outOfHoursPhone: isStaffedAtNight ? fictionalPhone(300 + indexOf(archetype)) : null,
    email: `${slug}@example.org`,
  }
}

function money(archetype: Archetype) {
  const { bed } = serviceType(archetype.type)
  const { depositPence, paymentNote } = profileOf(archetype.id)
  const rent = rentWeeklyPence(archetype)
  if (!bed || rent === null) return { paymentNote: paymentNote ?? (bed ? 'No rent is charged' : 'Free') }
  return {
    rentWeeklyPence: rent,
    serviceChargeWeeklyPence: 1200 + (indexOf(archetype) % 5) * 250,
    firstWeekChargePence: archetype.supportLevel === 'high' ? 0 : 2500,
    depositPence: depositPence ?? null,
    paymentNote: paymentNote ?? 'Housing Benefit pays the rent; the resident pays the service charge',
  }
}

function wheelchair(index: number): boolean | null {
  return [true, false, null, false, true][index % 5] ?? null
}

function complexNeeds(archetype: Archetype): string | null {
  if (archetype.supportLevel === 'high') return archetype.acceptsOffenders === 'no' ? 'case_by_case' : 'yes'
  if (archetype.supportLevel === 'medium') return 'case_by_case'
  return indexOf(archetype) % 2 === 0 ? 'no' : null
}
