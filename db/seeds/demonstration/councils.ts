import { authorities } from '~/domain/area/region'
import { seedId } from '../seed-id'
import { organisationId } from './organisations'
import { fictionalPhone } from './telephone'

export function councilServiceId(authorityCode: string): string {
  return seedId(`service:council:${authorityCode}`)
}

/** One housing options service for each of the 12 authorities: where a duty to refer goes, and no bed of its own. */
export function councilServiceRows() {
  return authorities.map(({ code, name }, index) => ({
    id: councilServiceId(code),
    organisationId: organisationId(code),
    name: `${name} housing options`,
    kind: 'council_housing_options',
    summary: `Homelessness advice and applications to ${name}, and where a duty to refer is sent.`,
    description:
      'A public authority refers somebody who may be homeless within 56 days, with their consent and to the council ' +
      'they choose.\n\nThis entry is fictional: its telephone number reaches nobody.',
    audience: 'Anybody who is homeless or may be within 56 days',
    referralRoute: 'elsewhere',
    referralRouteReason: 'Send a duty to refer to the council; it is not a referral for a bed',
    phone: fictionalPhone(400 + index),
    outOfHoursPhone: fictionalPhone(420 + index),
    email: `housing.${code.toLowerCase()}@example.org`,
    supportLevel: 'low',
    staffing: 'office hours + on call',
    staffedHours: JSON.stringify([{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }]),
    paymentNote: 'Free',
    languages: ['English'],
    wheelchair: true,
  }))
}

export function councilAreaRows() {
  return authorities.map(({ code }) => ({ serviceId: councilServiceId(code), authorityCode: code }))
}

export function councilPathwayRows() {
  return authorities.map(({ code }) => ({ serviceId: councilServiceId(code), pathway: 'accommodation' }))
}
