import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { Viewer } from '@db/viewer'
import { authorityName } from '../area/region'
import { StaffedHours } from '../vacancy/freshness/staffed-time'
import type { Day } from '../time/calendar'
import { isAnyOf } from '../list/ids-given.server'
import type { AskedAbout } from './asked-about'
import { askedAbout, programmeAsked } from './asked-about.server'
import { pausedWords } from './paused'
import { REFERRAL_ROUTES, type ReferralRoute } from './service'
import { serviceKindLabel } from './service-kind'
import { staffedHoursWords } from './staffed-hours'

/** What a list shows of a service to anyone who may see it. Nothing here comes from a confidential site. */
export interface ServiceCard {
  id: string
  name: string
  provider: string
  kind: string
  kindLabel: string
  /** No place of it may be shown. */
  confidential: boolean
  summary: string
  /** Whom it is for, in the service's own words. */
  audience: string | null
  authorities: readonly string[]
  authorityNames: readonly string[]
  phone: string | null
  staffed: string
  referralRoute: ReferralRoute
  /** 'Paused: full'; null where it takes people. */
  paused: string | null
  /** What people ring to ask: `askedFacts` says it in words. */
  asked: AskedAbout
}

/** The columns of what people ask. */
const ASKED = [
  's.assuredOn',
  's.outOfHoursPhone',
  's.rentWeeklyPence',
  's.serviceChargeWeeklyPence',
  's.firstWeekChargePence',
  's.paymentNote',
  's.staffing',
  's.wheelchair',
  's.languages',
  'a.takes',
  'a.verifiedAt',
  'a.rooms',
] as const

/** The cards of services that are not archived and the viewer may see, by id, as of `today` in London. */
export async function serviceCards(
  trx: Transaction<DB>,
  serviceIds: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, ServiceCard>> {
  const rows = await trx
    .selectFrom('service as s')
    .innerJoin('organisation as o', 'o.id', 's.organisationId')
    // By ids as well: joined as a whole, the view is worked out for every service of the region.
    .leftJoin(
      eb => eb.selectFrom('serviceAsked').selectAll().where(isAnyOf('service_id', serviceIds)).as('a'),
      join => join.onRef('a.serviceId', '=', 's.id'),
    )
    .select(['s.id', 's.name', 'o.name as provider', 's.kind', 's.confidential', 's.summary'])
    .select(['s.audience', 's.phone', 's.pausedReason', 's.pausedUntil'])
    .select(['s.staffedHours', 's.referralRoute', authoritiesOf('s.id').as('authorities')])
    .select(ASKED)
    .select(programmeAsked('s.id', today).as('programme'))
    .where(isAnyOf('s.id', serviceIds))
    .where('s.archivedAt', 'is', null)
    .execute()
  return new Map(rows.map(row => [row.id, cardOf(row)]))
}

type CardRow = Pick<
  ServiceCard,
  'id' | 'name' | 'provider' | 'kind' | 'confidential' | 'summary' | 'audience' | 'authorities' | 'phone'
> &
  Parameters<typeof askedAbout>[0] & {
    staffedHours: unknown
    referralRoute: string
    pausedReason: string | null
    pausedUntil: Day | null
  }

function cardOf(row: CardRow): ServiceCard {
  const { id, name, provider, kind, confidential, summary, audience, authorities, phone, outOfHoursPhone } =
    row
  const referralRoute = REFERRAL_ROUTES.find(route => route === row.referralRoute) ?? 'phone'
  return {
    ...{
      id,
      name,
      provider,
      kind,
      confidential,
      summary,
      audience,
      authorities,
      phone,
      outOfHoursPhone,
      referralRoute,
    },
    kindLabel: serviceKindLabel(kind),
    authorityNames: authorities.map(authorityName),
    staffed: staffedHoursWords(StaffedHours.parse(row.staffedHours)),
    paused: pausedWords(row.pausedReason, row.pausedUntil),
    asked: askedAbout(row, referralRoute),
  }
}

/** The codes of the authorities a service covers, in order. */
export function authoritiesOf(serviceIdColumn: string) {
  const id = sql.ref(serviceIdColumn)
  return sql<
    string[]
  >`array(select a.authority_code from service_area a where a.service_id = ${id} order by 1)`
}

export interface OpenSite {
  name: string
  address: string | null
  town: string | null
  outcode: string | null
  lat: number | null
  lng: number | null
}

/** The sites that are shown, by service. A commissioner reads supply by area, and no site at all. */
export async function openSites(
  trx: Transaction<DB>,
  viewer: Viewer,
  serviceIds: readonly string[],
): Promise<ReadonlyMap<string, readonly OpenSite[]>> {
  if (viewer.kind === 'member' && viewer.role === 'commissioner') return new Map()
  const rows = await trx
    .selectFrom('site')
    .select(['serviceId', 'name', 'address', 'town', 'outcode', 'lat', 'lng'])
    .where(isAnyOf('site.service_id', serviceIds))
    .orderBy('name')
    .orderBy('id')
    .execute()
  const sites = new Map<string, OpenSite[]>()
  for (const { serviceId, ...site } of rows) sites.set(serviceId, [...(sites.get(serviceId) ?? []), site])
  return sites
}
