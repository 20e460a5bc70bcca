import { type Kysely, sql, type Transaction } from 'kysely'
import { buildServiceDocument } from '@search/build-document'
import type { ServiceDocument } from '@search/document'
import type { DB } from '@db/schema'
import { asIndexer } from '@db/viewer-transaction'
import { Policy } from '../eligibility/policy'
import { ROTL_NEEDS } from '../programme/programme'
import { type Day, londonDay } from '../region/calendar'
import { authorityName, prisonName } from '../region/region'
import { freshness } from '../vacancy/freshness'
import { StaffedHours } from '../vacancy/staffed-time'
import type { Claim } from '../vacancy/vacancy'
import { freeWindows } from './free-windows'
import { isAnyOf } from './ids-given.server'
import { SUPPORT_LEVELS, YES_CASE_NO, type YesCaseNo } from './service'
import { standingClaims } from './service-claims.server'
import { serviceKindLabel } from './service-kind'

const BATCH = 500

/**
 * The search documents of services, as the index should hold them now. An id that is archived or was never there has no
 * document: the index drops it. Nothing is read of a confidential site, nor of any case.
 */
export async function loadDocuments(
  db: Kysely<DB>,
  ids: readonly string[],
  now: Date,
): Promise<ServiceDocument[]> {
  const today = londonDay(now)
  return asIndexer(db, async trx => {
    const rows = await documentRows(trx).where(isAnyOf('s.id', ids)).execute()
    const claims = await standingClaims(trx, ids, today, now)
    return rows.map(row => toDocument(row, claims.get(row.id) ?? [], today, now))
  })
}

/** Every document, in batches, for a rebuild: the index never waits for one long read. */
export async function* allDocuments(db: Kysely<DB>, clock: () => Date): AsyncGenerator<ServiceDocument> {
  for (let after: string | null = null; ;) {
    const ids = await idsAfter(db, after)
    yield* await loadDocuments(db, ids, clock())
    after = ids.at(-1) ?? null
    if (ids.length < BATCH) return
  }
}

function idsAfter(db: Kysely<DB>, after: string | null): Promise<string[]> {
  return asIndexer(db, async trx => {
    const rows = await trx
      .selectFrom('service')
      .select('id')
      .where('archivedAt', 'is', null)
      .$if(after !== null, query => query.where('id', '>', after ?? ''))
      .orderBy('id')
      .limit(BATCH)
      .execute()
    return rows.map(row => row.id)
  })
}

function documentRows(trx: Transaction<DB>) {
  return (
    trx
      .selectFrom('service as s')
      .innerJoin('organisation as o', 'o.id', 's.organisationId')
      .leftJoin('servicePolicy as p', 'p.serviceId', 's.id')
      .leftJoin('serviceVacancy as v', 'v.serviceId', 's.id')
      .leftJoin('programme as g', 'g.serviceId', 's.id')
      // The first open site that has a position, else the first. Only open sites are in this table at all.
      .leftJoinLateral(
        from =>
          from
            .selectFrom('site')
            .select(['site.lat', 'site.lng', 'site.town'])
            .whereRef('site.serviceId', '=', 's.id')
            .orderBy(sql`site.lat is null`)
            .orderBy('site.id')
            .limit(1)
            .as('place'),
        join => join.onTrue(),
      )
      .select([
        's.id',
        's.name',
        'o.name as provider',
        's.kind',
        's.summary',
        's.description',
        's.visibility',
      ])
      .select(['s.complexNeeds', 's.wheelchair', 's.supportLevel', 's.staffedHours'])
      .select(['p.criteria', 'p.verifiedAt', 'v.confirmedAt', 'g.deliveredIn', 'g.prisonCodes', 'g.rotl'])
      .select(['place.lat', 'place.lng', 'place.town'])
      .select([
        sql<
          string[]
        >`array(select a.authority_code from service_area a where a.service_id = s.id order by 1)`.as(
          'authorities',
        ),
        sql<string[]>`array(select w.pathway from service_pathway w where w.service_id = s.id order by 1)`.as(
          'pathways',
        ),
      ])
      .where('s.archivedAt', 'is', null)
  )
}

type Row = Awaited<ReturnType<ReturnType<typeof documentRows>['execute']>>[number]

function toDocument(
  row: Row,
  bedspaces: readonly (readonly Claim[])[],
  today: Day,
  now: Date,
): ServiceDocument {
  const policy = Policy.parse(row.criteria ?? {})
  const { freshUntil, checkUntil } = freshness(
    row.kind,
    StaffedHours.parse(row.staffedHours),
    row.confirmedAt,
    now,
  )
  const prisons = row.prisonCodes ?? []
  return buildServiceDocument({
    id: row.id,
    name: row.name,
    provider: row.provider,
    kind: row.kind,
    kindLabel: serviceKindLabel(row.kind),
    summary: row.summary,
    description: row.description,
    pathways: row.pathways,
    authorities: row.authorities,
    authorityNames: row.authorities.map(authorityName),
    ...policyFacts(policy),
    complexNeeds: row.complexNeeds === 'yes' ? true : row.complexNeeds === 'no' ? false : null,
    wheelchair: row.wheelchair ?? wheelchairIn(policy),
    supportLevel: oneOf(SUPPORT_LEVELS, row.supportLevel),
    deliveredIn: row.deliveredIn ?? [],
    prisons,
    prisonNames: prisons.map(prisonName),
    rotl: oneOf(ROTL_NEEDS, row.rotl),
    visibility: row.visibility === 'public' ? 'public' : 'professionals',
    position: row.lat === null || row.lng === null ? null : { lat: row.lat, lng: row.lng },
    town: row.town,
    freeWindows: bedspaces.flatMap(claims => freeWindows(claims, today)),
    freshUntil,
    checkUntil,
    policyVerifiedAt: row.verifiedAt,
    facts: [],
  })
}

const TAKES_CHILDREN = {
  none: 'no',
  visits_only: 'no',
  case_by_case: 'case_by_case',
  live_in: 'yes',
} as const

/** What a policy says that a search is narrowed by. A blank is 'not stated': it passes no filter that asks for a yes. */
function policyFacts(policy: Policy) {
  return {
    sex: policy.sex,
    womenOnly: policy.sex === 'women',
    takesChildren: policy.children === null ? null : TAKES_CHILDREN[policy.children.rule],
    takesCouples: oneOf<YesCaseNo>(YES_CASE_NO, policy.couple),
    acceptsPeopleFromPrison: oneOf<YesCaseNo>(YES_CASE_NO, policy.peopleFromPrison),
  }
}

function wheelchairIn(policy: Policy): boolean | null {
  const stated = policy.access?.wheelchair ?? null
  return stated === null ? null : stated === 'yes'
}

function oneOf<Code extends string>(codes: readonly Code[], text: string | null): Code | null {
  return codes.find(code => code === text) ?? null
}
