import { type Kysely, sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { Policy } from '../eligibility/policy'
import { isPolicyVerified } from '../eligibility/policy-verified'
import { authorities } from '../region/region'
import { londonDay } from '../region/calendar'
import { YES_CASE_NO, type YesCaseNo } from '../service/service'
import { freshness } from '../vacancy/freshness'
import { StaffedHours } from '../vacancy/staffed-time'
import { supplyMatrix, type SupplyRow } from './supply'
import { notConfirmedSentence, supplySentence } from './supply-sentence'
import type { SupplyService } from './supply-service'

export interface SupplyReport {
  /** The instant the supply is read at. */
  asOf: Date
  rows: SupplyRow[]
  sentence: string
  notConfirmed: string | null
}

/** Supply as it now stands, the 12 authorities by name. Reads services, policies and bedspaces, and no person. */
export async function supplyFor(db: Kysely<DB>, viewer: SignedInViewer, now: Date): Promise<SupplyReport> {
  const services = await asViewer(db, viewer, trx => supplyServices(trx, now))
  const codes = authorities.map(authority => authority.code)
  const rows = supplyMatrix(codes, services)
  return { asOf: now, rows, sentence: supplySentence(rows), notConfirmed: notConfirmedSentence(rows) }
}

async function supplyServices(trx: Transaction<DB>, now: Date): Promise<SupplyService[]> {
  const rows = await trx
    .selectFrom('service')
    .leftJoin('servicePolicy', 'servicePolicy.serviceId', 'service.id')
    .leftJoin('serviceVacancy', 'serviceVacancy.serviceId', 'service.id')
    .leftJoin(bedsByService(now).as('bed'), 'bed.serviceId', 'service.id')
    .select(['service.id', 'kind', 'complexNeeds', 'staffedHours', 'criteria', 'verifiedAt', 'confirmedAt'])
    .select(['bed.beds', 'bed.freeToday'])
    .select(build =>
      build
        .selectFrom('serviceArea')
        .whereRef('serviceArea.serviceId', '=', 'service.id')
        .select(sql<string[]>`coalesce(array_agg(authority_code order by authority_code), '{}')`.as('codes'))
        .as('authorities'),
    )
    .where('service.archivedAt', 'is', null)
    .orderBy('service.id')
    .execute()
  return rows.map(row => toSupplyService(row, now))
}

/** Bedspaces of each service, and those on which no claim stands today; a hold that has lapsed claims nothing. */
function bedsByService(now: Date) {
  const today = londonDay(now)
  return sql<{ serviceId: string; beds: number; freeToday: number }>`(
    select b.service_id, count(*) as beds, count(*) filter (where not exists (
      select from bedspace_claim c
      where c.bedspace_id = b.id and c.active and c.during @> ${today}::date
        and (c.lapses_at is null or c.lapses_at > ${now}))) as free_today
    from bedspace b where b.retired_at is null group by b.service_id)`
}

interface Row {
  id: string
  kind: string
  complexNeeds: string | null
  staffedHours: unknown
  criteria: unknown
  verifiedAt: Date | null
  confirmedAt: Date | null
  beds: number | null
  freeToday: number | null
  authorities: string[] | null
}

function toSupplyService(row: Row, now: Date): SupplyService {
  const policy = Policy.parse(row.criteria ?? {})
  const staffed = StaffedHours.parse(row.staffedHours)
  return {
    id: row.id,
    kind: row.kind,
    authorities: row.authorities ?? [],
    sex: policy.sex,
    peopleFromPrison: policy.peopleFromPrison,
    children: policy.children,
    couple: policy.couple,
    complexNeeds: yesCaseNo(row.complexNeeds),
    policyVerifiedAt: row.verifiedAt,
    isPolicyVerified: isPolicyVerified(row.verifiedAt, now),
    beds: row.beds ?? 0,
    freeToday: row.freeToday ?? 0,
    isVacancyConfirmed: freshness(row.kind, staffed, row.confirmedAt, now).state === 'confirmed',
    vacancyConfirmedAt: row.confirmedAt,
  }
}

function yesCaseNo(text: string | null): YesCaseNo | null {
  return YES_CASE_NO.find(each => each === text) ?? null
}
