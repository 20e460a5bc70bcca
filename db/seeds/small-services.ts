import type { Kysely } from 'kysely'
import type { z } from 'zod'
import type { DB } from '@db/schema'
import { Policy } from '~/domain/eligibility/policy'
import { seedId } from './seed-id'

/** Where the refuge is. Nothing but its own provider's page for the purpose may ever show a piece of it. */
export const CANARY = {
  address: '9 Canary Quarrel Terrace',
  postcode: 'ZZ99 3VZ',
  detail: 'The yellow door behind the bakery',
  lat: 54.812345,
  lng: -1.512345,
} as const

export const SMALL_SERVICES = {
  womensHouse: seedId('small service:women’s house'),
  hostel: seedId('small service:hostel'),
  flats: seedId('small service:flats'),
  refuge: seedId('small service:refuge'),
} as const

export type SmallService = keyof typeof SMALL_SERVICES

interface Sketch {
  key: SmallService
  provider: 'first' | 'second'
  name: string
  kind: string
  authority: string
  site: { outcode: string; town: string; lat: number; lng: number } | null
  beds: number
  policy: z.input<typeof Policy>
}

/** Takes everybody in every respect that is not written below: no criterion is left blank. */
const OPEN: z.input<typeof Policy> = {
  ageMin: 18,
  peopleFromPrison: 'yes',
  convictions: { rule: 'any' },
  arson: { rule: 'any' },
  sexualOffence: 'any',
  offencesAgainstChildren: 'never',
  domesticAbusePerpetrator: 'any',
  violence: { highest: 'high' },
  rosh: { highest: 'high' },
  substances: { recovery: 'yes', ost: 'yes', active: 'yes' },
  injecting: 'yes',
  nrpf: 'accepts',
  children: { rule: 'none' },
  pregnancy: { toWeek: 30 },
  couple: 'no',
  pets: 'assistance_only',
  access: { wheelchair: 'yes', levelAccess: 'yes', lift: 'yes', stairs: 'no' },
  localConnection: 'none',
  arrearsLimitPence: 200_000,
  funding: ['housing_benefit', 'own_money', 'council', 'probation'],
  weeklyChargePence: 1500,
  curfew: 'yes',
  supportHoursPerWeek: 20,
}

const SKETCHES: Sketch[] = [
  {
    key: 'womensHouse',
    provider: 'first',
    name: 'Larch House',
    kind: 'supported_housing',
    authority: 'E08000021',
    site: { outcode: 'NE4', town: 'Newcastle upon Tyne', lat: 54.972, lng: -1.641 },
    beds: 3,
    policy: { ...OPEN, sex: 'women' },
  },
  {
    key: 'refuge',
    provider: 'first',
    name: 'Larch Refuge',
    kind: 'refuge',
    authority: 'E06000047',
    site: null,
    beds: 2,
    policy: { ...OPEN, sex: 'women', peopleFromPrison: 'case_by_case' },
  },
  {
    key: 'hostel',
    provider: 'second',
    name: 'Rowan Hostel',
    kind: 'emergency',
    authority: 'E08000021',
    site: { outcode: 'NE1', town: 'Newcastle upon Tyne', lat: 54.972, lng: -1.611 },
    beds: 2,
    policy: { ...OPEN, sex: 'mixed' },
  },
  {
    key: 'flats',
    provider: 'second',
    name: 'Rowan Flats',
    kind: 'supported_housing',
    authority: 'E06000002',
    site: { outcode: 'TS3', town: 'Middlesbrough', lat: 54.568, lng: -1.213 },
    beds: 1,
    policy: { ...OPEN, sex: 'men', arson: { rule: 'never' } },
  },
]

/** The ids of a service's bedspaces, by position. */
export function smallBedspaces(service: SmallService): string[] {
  const beds = SKETCHES.find(sketch => sketch.key === service)?.beds ?? 0
  return Array.from({ length: beds }, (_, index) => seedId(`small bedspace:${service}:${index + 1}`))
}

/** Four services of two providers: policies verified and vacancies confirmed at `now`, every bed free. */
export async function insertSmallServices(
  owner: Kysely<DB>,
  providers: Record<Sketch['provider'], string>,
  now: Date,
): Promise<void> {
  for (const sketch of SKETCHES) await insertService(owner, providers[sketch.provider], sketch, now)
}

async function insertService(
  owner: Kysely<DB>,
  organisationId: string,
  sketch: Sketch,
  now: Date,
): Promise<void> {
  const serviceId = SMALL_SERVICES[sketch.key]
  const { name, kind, authority: authorityCode, site } = sketch
  await owner
    .insertInto('service')
    .values({
      id: serviceId,
      organisationId,
      name,
      kind,
      summary: `${name}, for the tests`,
      confidential: site === null,
      supportLevel: 'high',
      phone: '0191 498 0001',
    })
    .execute()
  await owner.insertInto('serviceArea').values({ serviceId, authorityCode }).execute()
  await owner.insertInto('servicePathway').values({ serviceId, pathway: 'accommodation' }).execute()
  const criteria = JSON.stringify(Policy.parse(sketch.policy))
  await owner.insertInto('servicePolicy').values({ serviceId, criteria, verifiedAt: now }).execute()
  await owner.insertInto('serviceVacancy').values({ serviceId, confirmedAt: now }).execute()
  await insertPlace(owner, serviceId, sketch)
  await insertBeds(owner, sketch)
}

async function insertPlace(owner: Kysely<DB>, serviceId: string, { key, name, site }: Sketch): Promise<void> {
  const id = seedId(`small site:${key}`)
  if (site)
    await owner
      .insertInto('site')
      .values({ id, serviceId, name, ...site })
      .execute()
  else
    await owner
      .insertInto('confidentialSite')
      .values({ id, serviceId, name, ...CANARY })
      .execute()
}

async function insertBeds(owner: Kysely<DB>, { key, policy }: Sketch): Promise<void> {
  const rows = smallBedspaces(key).map((id, index) => ({
    id,
    serviceId: SMALL_SERVICES[key],
    name: `Room ${index + 1}`,
    type: 'shared',
    sex: policy.sex ?? null,
    position: index + 1,
  }))
  await owner.insertInto('bedspace').values(rows).execute()
}
