import { type Kysely, sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { isPolicyVerified } from '../eligibility/policy-verified'
import { authorities } from '../area/region'
import { londonDay } from '../time/calendar'
import { type BedspaceRow, emptyBedspacesOf, standingClaims } from '../service/service-claims.server'
import { statedPolicy } from '../service/service-policy.server'
import { YES_CASE_NO, type YesCaseNo } from '../service/service'
import { isFreeOn } from '../vacancy/free/free-days'
import { freshness } from '../vacancy/freshness/freshness'
import { StaffedHours } from '../vacancy/freshness/staffed-time'
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
    .select(['service.id', 'kind', 'complexNeeds', 'staffedHours', 'criteria', 'verifiedAt', 'confirmedAt'])
    .select(['service.turnaroundWorkingDays as turnaround', emptyBedspacesOf('service.id', now).as('empty')])
    .select(build =>
      build
        .selectFrom('bedspace')
        .whereRef('bedspace.serviceId', '=', 'service.id')
        .where('bedspace.retiredAt', 'is', null)
        .select(({ fn }) => fn.countAll<number>().as('beds'))
        .as('beds'),
    )
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

interface Row {
  id: string
  kind: string
  complexNeeds: string | null
  staffedHours: unknown
  criteria: unknown
  verifiedAt: Date | null
  confirmedAt: Date | null
  beds: number | null
  turnaround: number
  /** Those of its bedspaces that nothing claims now. */
  empty: BedspaceRow[]
  authorities: string[] | null
}

function toSupplyService(row: Row, now: Date): SupplyService {
  const { policy, verifiedAt } = statedPolicy({ ...row, serviceId: row.id })
  const staffed = StaffedHours.parse(row.staffedHours)
  const wanted = { today: londonDay(now), day: londonDay(now) }
  return {
    id: row.id,
    kind: row.kind,
    authorities: row.authorities ?? [],
    sex: policy.sex,
    peopleFromPrison: policy.peopleFromPrison,
    children: policy.children,
    couple: policy.couple,
    complexNeeds: yesCaseNo(row.complexNeeds),
    policyVerifiedAt: verifiedAt,
    isPolicyVerified: isPolicyVerified(verifiedAt, now),
    beds: row.beds ?? 0,
    freeToday: standingClaims(row.empty, now).filter(claims => isFreeOn(claims, row.turnaround, wanted))
      .length,
    isVacancyConfirmed: freshness(row.kind, staffed, row.confirmedAt, now).state === 'confirmed',
    vacancyConfirmedAt: row.confirmedAt,
  }
}

function yesCaseNo(text: string | null): YesCaseNo | null {
  return YES_CASE_NO.find(each => each === text) ?? null
}
