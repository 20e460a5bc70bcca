import { sql } from 'kysely'
import { Policy } from '../eligibility/policy'
import { type Day, londonDay } from '../time/calendar'
import type { AskedAbout, AskedProgramme } from './asked-about'
import type { ReferralRoute } from './service'
import { isHousing } from './service-kind'

/** Of a policy what anybody may read: the view service_asked holds no more. */
const Takes = Policy.pick({
  sex: true,
  ageMin: true,
  ageMax: true,
  peopleFromPrison: true,
  children: true,
  couple: true,
  pets: true,
})

/** What a card's row holds of what people ask. */
interface AskedRow {
  kind: string
  takes: unknown
  verifiedAt: Date | null
  assuredOn: Day | null
  rooms: string[] | null
  rentWeeklyPence: number | null
  serviceChargeWeeklyPence: number | null
  firstWeekChargePence: number | null
  paymentNote: string | null
  outOfHoursPhone: string | null
  staffing: string | null
  wheelchair: boolean | null
  languages: string[] | null
  programme: AskedProgramme | null
}

/** What people ask about a service, from its row. What a policy holds that is none counts as not stated, and as not checked. */
export function askedAbout(row: AskedRow, referralRoute: ReferralRoute): AskedAbout {
  const takes = Takes.safeParse(row.takes ?? {})
  return {
    kind: row.kind,
    isHome: isHousing(row.kind) || row.kind === 'approved_premises',
    takes: takes.success ? takes.data : Takes.parse({}),
    rooms: row.rooms ?? [],
    rent: row.rentWeeklyPence,
    charge: row.serviceChargeWeeklyPence,
    firstWeek: row.firstWeekChargePence,
    payment: row.paymentNote,
    staffing: row.staffing,
    wheelchair: row.wheelchair,
    languages: row.languages ?? [],
    referralRoute,
    outOfHoursPhone: row.outOfHoursPhone,
    programme: row.programme,
    checkedOn: takes.success && row.verifiedAt ? londonDay(row.verifiedAt) : null,
    assuredOn: row.assuredOn,
  }
}

/** Of a service that is a programme, a column: whom it is for, where, and its first run that still takes referrals, begun or to come. */
export function programmeAsked(serviceIdColumn: string, today: Day) {
  return sql<AskedProgramme | null>`(
    select jsonb_build_object('audiences', g.audiences, 'deliveredIn', g.delivered_in, 'prisonCodes', g.prison_codes,
      'hasRuns', exists (select from cohort c where c.service_id = g.service_id),
      'run', (
        select jsonb_build_object('startsOn', c.starts_on, 'endsOn', c.ends_on, 'lastReferralOn', c.last_referral_on)
        from cohort c
        where c.service_id = g.service_id and c.cancelled_at is null and c.ends_on >= ${today} and c.last_referral_on >= ${today}
        order by c.starts_on, c.id limit 1))
    from programme g where g.service_id = ${sql.ref(serviceIdColumn)})`
}
