import type { Kysely } from 'kysely'
import { buildServiceDocument } from '@search/build-document'
import type { ServiceDocument } from '@search/document'
import type { DB } from '@db/schema'
import { asIndexer } from '@db/viewer-transaction'
import type { Policy } from '../eligibility/policy'
import { ROTL_NEEDS } from '../programme/programme'
import { londonDay } from '../time/calendar'
import { authorityName, prisonName } from '../area/region'
import { expectedOpenings, openingsSince } from '../vacancy/free/free-days'
import { freshness } from '../vacancy/freshness/freshness'
import { StaffedHours } from '../vacancy/freshness/staffed-time'
import { standing } from '../vacancy/free/bedspace-state'
import { toClaim } from '../vacancy/claims/claim-row.server'
import { type DocumentRow, documentRows } from './document-rows.server'
import { professionalTags, publicTags } from './service-tags'
import { serviceWords } from './service-words'
import { isAnyOf } from '../list/ids-given.server'
import { SUPPORT_LEVELS, YES_CASE_NO, type YesCaseNo } from '../service/service'
import { statedPolicy } from '../service/service-policy.server'
import { serviceKindLabel } from '../service/service-kind'

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
    const rows = await documentRows(trx, today).where(isAnyOf('s.id', ids)).execute()
    return rows.map(row => toDocument(row, now))
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

function toDocument(row: DocumentRow, now: Date): ServiceDocument {
  const { policy, verifiedAt } = statedPolicy({ ...row, serviceId: row.id })
  const staffed = StaffedHours.parse(row.staffedHours)
  const { freshUntil, checkUntil } = freshness(row.kind, staffed, row.confirmedAt, now)
  return buildServiceDocument({
    ...wordsAndPlace(row),
    ...serviceWords(row, policy),
    ...policyFacts(policy),
    complexNeeds: row.complexNeeds === 'yes' ? true : row.complexNeeds === 'no' ? false : null,
    wheelchair: row.wheelchair,
    supportLevel: oneOf(SUPPORT_LEVELS, row.supportLevel),
    deliveredIn: row.deliveredIn ?? [],
    rotl: oneOf(ROTL_NEEDS, row.rotl),
    ...freeDays(row, now),
    freshUntil,
    checkUntil,
    policyVerifiedAt: verifiedAt,
    facts: publicTags(row, policy),
    professionalFacts: professionalTags(policy),
    forEverybody: (policy.onlyFor ?? []).length === 0,
  })
}

/** What time alone will free is in it, with the instant at which; what hangs on somebody leaving is a forecast. */
function freeDays({ bedspaces, turnaround }: DocumentRow, now: Date) {
  const today = londonDay(now)
  const claimed = bedspaces.map(({ claims }) => claims.map(toClaim))
  return {
    freeWindows: claimed.flatMap(claims => openingsSince(claims, turnaround, now)),
    expectedFrom: claimed.flatMap(claims => {
      const next = expectedOpenings(standing(claims, now), turnaround, today).find(({ from }) => from > today)
      return next ? [next.from] : []
    }),
  }
}

function wordsAndPlace(row: DocumentRow) {
  const { id, name, provider, kind, summary, description, pathways, authorities, town } = row
  const prisons = row.prisonCodes ?? []
  return {
    ...{ id, name, provider, kind, summary, description, pathways, authorities, town, prisons },
    kindLabel: serviceKindLabel(kind),
    authorityNames: authorities.map(authorityName),
    prisonNames: prisons.map(prisonName),
    visibility: row.visibility === 'public' ? ('public' as const) : ('professionals' as const),
    position: row.lat === null || row.lng === null ? null : { lat: row.lat, lng: row.lng },
  }
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

function oneOf<Code extends string>(codes: readonly Code[], text: string | null): Code | null {
  return codes.find(code => code === text) ?? null
}
