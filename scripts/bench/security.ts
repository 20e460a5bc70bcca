import { isDeepStrictEqual } from 'node:util'
import { type Kysely, sql, type Transaction } from 'kysely'
import { accountViewer } from '@db/seeds/demonstration/viewers'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { dueOf, releaseOf } from '~/domain/referral/record/told-days.server'
import { atMost, type Figure } from './figure'
import { domainOn, type Ground } from './ground'
import { alternate, median, medianRatio, timed } from './measure'
import { multiply } from './multiply'
import { referralsReady } from './referrals-ready'

const READS_A_ROUND = 30
/** The open referrals of the inbox that is read, besides the demonstration's own. */
const OPEN_REFERRALS = 40

/** A provider's inbox, held by the row policies, against the same query with the policies' conditions written out. */
export async function benchSecurity(ground: Ground): Promise<Figure[]> {
  return ground.withDemonstration(async database => {
    await referralsReady(database, domainOn(database), OPEN_REFERRALS)
    await multiply(ground.superuserUrl(database), { elsewhere: 9, history: 10 })
    const viewer = accountViewer('worker.marlpit@example.org')
    const byPolicies = () => asViewer(database.app, viewer, trx => inbox(trx, viewer))
    const byWhere = () => asViewerOfEverything(database.owner, viewer)
    const rows = await byPolicies()
    const same = isDeepStrictEqual(inOrder(rows), inOrder(await byWhere()))
    if (rows.length === 0 || !same) throw new Error('The two queries do not give the same rows')
    const compared = await alternate(
      () => readings(byPolicies),
      () => readings(byWhere),
    )
    const [policies, where] = [median(compared.a), median(compared.b)].map(ms => ms.toFixed(2))
    const note = `${policies} ms by row policies, ${where} ms by WHERE, ${rows.length} rows`
    return [{ id: 'security-rls', value: medianRatio(compared, ms => ms), bar: atMost(1.3), note }]
  })
}

function inOrder(rows: readonly { id: string }[]) {
  return rows.map(row => ({ ...row })).toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

async function readings(read: () => Promise<unknown>): Promise<number> {
  const all = await timed(async () => {
    for (let each = 0; each < READS_A_ROUND; each += 1) await read()
  })
  return all / READS_A_ROUND
}

/** The query of the inbox: what is open, with what may be read of the case. */
function inbox(trx: Transaction<DB>, { organisationId }: SignedInViewer) {
  return trx
    .selectFrom('referral')
    .innerJoin('service', 'service.id', 'referral.serviceId')
    .leftJoinLateral(releaseOf(trx, 'referral.caseId'), on => on.onTrue())
    .leftJoinLateral(dueOf(trx, 'referral.id'), on => on.onTrue())
    .leftJoin('readableTriage', 'readableTriage.caseId', 'referral.caseId')
    .select(['referral.id', 'referral.reference', 'referral.state', 'readableDue.dueAt', 'service.name'])
    .select(['readableRelease.releaseOn', 'readableTriage.facts'])
    .where('referral.providerOrganisationId', '=', organisationId)
    .where('referral.closedAt', 'is', null)
    .orderBy('readableDue.dueAt')
    .limit(200)
    .execute()
}

/**
 * The same as the tables' owner, whom no policy narrows: what parties and readers may have stands in the query, and what they
 * are told of a day (its week, until it is near) or of a fact that was saved anew since.
 */
function asViewerOfEverything(owner: Kysely<DB>, viewer: SignedInViewer) {
  const { organisationId, personId, role } = viewer
  const reads = (tier: number) => sql`exists (
    select from case_reader r
    where r.case_id = referral.case_id and r.organisation_id = ${organisationId} and r.tier >= ${sql.lit(tier)}
      and r.until > now()
      and (r.person_id is null or r.person_id = ${personId}) and (r.role is null or r.role = ${role}))`
  const toldOfDay = sql`(c.release_on <= (now() at time zone 'Europe/London')::date + 7 or ${reads(2)})`
  return owner.transaction().execute(async trx => {
    // One statement more than the query, as for a viewer.
    await sql`select set_config('app.organisation_id', ${organisationId}, true)`.execute(trx)
    const { rows } = await sql<{ id: string }>`
      select referral.id, referral.reference, referral.state, service.name,
        case when c.release_on is null or referral.due_at <= now() or ${toldOfDay} then referral.due_at
          when referral.told_due_at > now() then referral.told_due_at end as due_at,
        case when ${reads(1)} then
          case when ${toldOfDay} then c.release_on else date_trunc('week', c.release_on)::date end end as release_on,
        case when not exists (select from referral_change_fact f where f.case_id = t.case_id) then t.facts
          else t.facts - withheld_from(t.case_id, ${organisationId}) end as facts
      from referral
      join service on service.id = referral.service_id
      join person_case c on c.id = referral.case_id
      left join case_triage t on t.case_id = referral.case_id and ${reads(1)}
      where referral.provider_organisation_id = ${organisationId} and referral.closed_at is null
        and exists (
          select from referral_party p
          where p.referral_id = referral.id and p.organisation_id = ${organisationId} and p.until > now())
      order by due_at
      limit 200`.execute(trx)
    return rows
  })
}
