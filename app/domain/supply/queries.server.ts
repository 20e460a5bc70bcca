import { type Kysely, sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { isPolicyVerified } from '../eligibility/policy-verified'
import { YES_CASE_NO, type YesCaseNo } from '../service/service'
import { type BedspaceRow, emptyBedspacesOf, standingClaims } from '../service/service-claims.server'
import { statedPolicy } from '../service/service-policy.server'
import { type Day, londonDay } from '../time/calendar'
import { isFreeOn } from '../vacancy/free/free-days'
import { bedsAddedSince } from '../vacancy/freshness/beds-added-since.server'
import { freshness } from '../vacancy/freshness/freshness'
import { StaffedHours } from '../vacancy/freshness/staffed-time'
import { type GridCell, supplyGrid } from './supply'
import { USUAL_QUESTION } from './columns'
import { answersOf } from './criteria'
import { supplyReport, type SupplyRead, type SupplyReport } from './report'
import type { SupplyService } from './service'

/** The instant supply is read at, and the day, then or later, whose free beds are counted. */
interface At {
  now: Date
  day: Day
}

/** Supply as it now stands, the 12 authorities by name. Reads services, policies and bedspaces, and no person. */
export async function supplyFor(db: Kysely<DB>, viewer: SignedInViewer, now: Date): Promise<SupplyReport> {
  return supplyReport(await supplyNow(db, viewer, { now, day: londonDay(now) }), USUAL_QUESTION)
}

/** What services now state and have, with their free beds on a day from today on. */
export async function supplyNow(db: Kysely<DB>, viewer: SignedInViewer, at: At): Promise<SupplyRead> {
  const services = await asViewer(db, viewer, trx => supplyServices(trx, at))
  return { asOf: at.now, day: at.day, isEarlier: false, services }
}

/** What there is to ask for in one authority as it now stands: nine cells, for the page of an authority. */
export async function supplyGridFor(
  db: Kysely<DB>,
  viewer: SignedInViewer,
  authorityCode: string,
  now: Date,
): Promise<GridCell[]> {
  const { services } = await supplyNow(db, viewer, { now, day: londonDay(now) })
  return supplyGrid(services, authorityCode)
}

/** What every service states and has now, with its free beds on a day from today on. */
export async function supplyServices(trx: Transaction<DB>, { now, day }: At): Promise<SupplyService[]> {
  const rows = await trx
    .selectFrom('service')
    .leftJoin('servicePolicy', 'servicePolicy.serviceId', 'service.id')
    .leftJoin('serviceVacancy', 'serviceVacancy.serviceId', 'service.id')
    .select(['service.id', 'kind', 'confidential', 'complexNeeds', 'staffedHours'])
    .select(['criteria', 'verifiedAt', 'confirmedAt', 'service.pausedAt'])
    .select(['service.turnaroundWorkingDays as turnaround'])
    .select(bedsAddedSince('service.id', 'service_vacancy.confirmed_at', 'for women').as('addedSince'))
    .select(
      emptyBedspacesOf('service.id', now, { confirmedAt: 'service_vacancy.confirmed_at', forWomen: true }).as(
        'empty',
      ),
    )
    .select(build =>
      build
        .selectFrom('bedspace')
        .whereRef('bedspace.serviceId', '=', 'service.id')
        .where('bedspace.retiredAt', 'is', null)
        .where(sql<boolean>`bedspace.sex is distinct from 'men'`)
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
  return rows.map(row => toSupplyService(row, now, day))
}

interface Row {
  id: string
  kind: string
  confidential: boolean
  complexNeeds: string | null
  staffedHours: unknown
  criteria: unknown
  verifiedAt: Date | null
  confirmedAt: Date | null
  pausedAt: Date | null
  addedSince: number
  beds: number | null
  turnaround: number
  /** Those of its bedspaces that nothing claims now, but for those added since its vacancies were confirmed. */
  empty: BedspaceRow[]
  authorities: string[] | null
}

function toSupplyService(row: Row, now: Date, day: Day): SupplyService {
  const { policy, verifiedAt } = statedPolicy({ ...row, serviceId: row.id })
  return {
    id: row.id,
    kind: row.kind,
    isConfidential: row.confidential,
    authorities: row.authorities ?? [],
    sex: policy.sex,
    answers: answersOf({ policy, complexNeeds: yesCaseNo(row.complexNeeds) }),
    policyVerifiedAt: verifiedAt,
    isPolicyVerified: isPolicyVerified(verifiedAt, now),
    ...(row.confidential ? HIDDEN_BEDS : bedsOf(row, now, day)),
    ...(row.pausedAt !== null && { isPaused: true }),
  }
}

/** Beds that nobody may count are not read on from here. */
const HIDDEN_BEDS = { beds: null, free: null, isVacancyConfirmed: null, vacancyConfirmedAt: null }

function bedsOf(row: Row, now: Date, day: Day) {
  const wanted = { today: londonDay(now), day }
  return {
    beds: row.beds ?? 0,
    free: standingClaims(row.empty, now).filter(claims => isFreeOn(claims, row.turnaround, wanted)).length,
    ...vacancyTrust(row, now),
    ...(row.addedSince > 0 && { addedSince: row.addedSince }),
  }
}

function vacancyTrust({ kind, staffedHours, confirmedAt }: Row, now: Date) {
  const { state } = freshness(kind, StaffedHours.parse(staffedHours), confirmedAt, now)
  return { isVacancyConfirmed: state === 'confirmed', vacancyConfirmedAt: confirmedAt }
}

function yesCaseNo(text: string | null): YesCaseNo | null {
  return YES_CASE_NO.find(each => each === text) ?? null
}
