import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import type { ReleaseConfidence } from '../case/record/person-case'
import type { DomainContext } from '../context'
import { PAGE_LENGTH, pageOf, type Paging } from '../list/paging'
import type { Day } from '../time/calendar'

/** What a council reads of a release it was told of. */
export interface DutyTold {
  reference: string
  /** The day; or the Monday of its week, with the Sunday in `releaseUntil`. Null where it is not known. */
  releaseOn: Day | null
  releaseUntil: Day | null
  releaseConfidence: ReleaseConfidence
  toldOn: Day | null
  /** The prison's team, and its phone. */
  team: string
  teamPhone: string | null
}

/**
 * A page of the releases that the viewer's council was told of, by those who agreed to it and chose it: who leaves soonest first
 * (db/migrations/0098_council_duties.ts says who may). Audited as a list that was read.
 */
export function dutiesTold(
  app: Pick<DomainContext, 'db'>,
  viewer: SignedInViewer,
  page: number,
): Promise<Paging & { duties: DutyTold[] }> {
  return asViewer(app.db, viewer, async trx => {
    const { rows: counted } = await sql<{ many: number }>`
      select count(*)::integer as many from duties_told_here()`.execute(trx)
    const paging = pageOf(page, counted[0]?.many ?? 0)
    const { rows: duties } = await sql<DutyTold>`
      select reference, release_on as "releaseOn", release_until as "releaseUntil", team,
        release_confidence as "releaseConfidence", told_on as "toldOn", team_phone as "teamPhone"
      from duties_told_here() order by release_on nulls last, reference
      limit ${PAGE_LENGTH} offset ${paging.first - 1}`.execute(trx)
    await recordAudit(trx, viewer, {
      ...{ action: 'case.list', subjectKind: 'case', subjectId: null },
      detail: { cases: duties.length },
    })
    return { ...paging, duties }
  })
}

/** Whether a council takes referrals or keeps beds or programmes of its own, now or before: most have none. */
export function holdsPlaces(app: Pick<DomainContext, 'db'>, viewer: SignedInViewer): Promise<boolean> {
  return asViewer(app.db, viewer, async trx => {
    const { rows } = await sql<{ holds: boolean }>`
      select exists (select from service s where s.organisation_id = ${viewer.organisationId}
          and (exists (select from bedspace b where b.service_id = s.id)
            or exists (select from programme p where p.service_id = s.id)))
        or ${hasReferrals(viewer)} as holds`.execute(trx)
    return rows[0]?.holds ?? false
  })
}

function hasReferrals({ organisationId }: SignedInViewer) {
  return sql<boolean>`exists (select from referral r where r.provider_organisation_id = ${organisationId})`
}

/** Inside a transaction: when each of these entries was last assured. */
export async function assuredOf(
  trx: Transaction<DB>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Day | null>> {
  if (ids.length === 0) return new Map()
  const rows = await trx.selectFrom('service').select(['id', 'assuredOn']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, assuredOn }) => [id, assuredOn]))
}
