import { authorities } from '~/domain/area/region'
import { seedId } from '../seed-id'
import { deskOf } from './council-desks'
import { districtSite } from './district-site'
import { organisationId } from './organisations'
import { fictionalFreephone, fictionalPhone } from './telephone'

function councilServiceId(authorityCode: string): string {
  return seedId(`service:council:${authorityCode}`)
}

/** One housing options service for each of the 12 authorities: where a duty to refer goes, and no bed of its own. */
export function councilServiceRows() {
  return authorities.map(({ code, name }, index) => ({
    id: councilServiceId(code),
    organisationId: organisationId(code),
    name: `${name} housing options`,
    kind: 'council_housing_options',
    summary: `Homelessness advice and applications to ${name}, and where a duty to refer is sent. At night and at weekends ring the out-of-hours number.`,
    description: describe(code, name),
    audience: 'Anybody who is homeless or may be within 56 days',
    referralRoute: 'elsewhere',
    referralRouteReason: 'Send a duty to refer to the council; it is not a referral for a bed',
    phone: fictionalPhone(400 + index),
    outOfHoursPhone: fictionalFreephone(420 + index),
    email: `housing.${code.toLowerCase()}@example.org`,
    supportLevel: 'low',
    staffing: 'office hours + on call',
    staffedHours: JSON.stringify(deskOf(code).hours),
    paymentNote: 'Free',
    languages: deskOf(code).languages,
    wheelchair: true,
  }))
}

function describe(code: string, name: string): string {
  return [
    'Come, ring or write if you have nowhere to stay, if you will have nowhere within 56 days, or if home is not safe. An adviser makes a plan with you; in some cases the council must find you somewhere for the night. You need no local connection to be heard, and none at all if you are fleeing violence.',
    `Prisons and probation send a duty to refer with the person’s consent, to the council the person chooses, as early as they can: ${name} starts work before the day of release. ${deskOf(code).own}`,
    'This entry is fictional: its telephone numbers reach nobody.',
  ].join('\n\n')
}

export function councilAreaRows() {
  return authorities.map(({ code }) => ({ serviceId: councilServiceId(code), authorityCode: code }))
}

/** Homes, and money to keep one: councils hold funds for rent that is owed and for deposits. */
export function councilPathwayRows() {
  return authorities.flatMap(({ code }) =>
    ['accommodation', 'finance'].map(pathway => ({ serviceId: councilServiceId(code), pathway })),
  )
}

export function councilSiteRows() {
  return authorities.map(({ code, name }) =>
    districtSite(councilServiceId(code), {
      name: `${name} advice desk`,
      outcode: deskOf(code).outcode,
    }),
  )
}
