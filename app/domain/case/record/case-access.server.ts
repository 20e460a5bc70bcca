import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '../../context'
import type { Tier } from '../../eligibility/facts'

/**
 * The highest tier of a case the viewer may read now, or null for none: the prison's team 3, a provider 1 from
 * submission, its named assessor and managers above that after taking the referral to assess (case_reader).
 */
export async function tierOnCase(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  caseId: string,
  now: Date,
  /** The referral that opens it; left out, whatever does. */
  by?: { referralId: string },
): Promise<Tier | null> {
  const rows = await trx
    .selectFrom('caseReader')
    .select(['tier', 'referralId'])
    .where('caseId', '=', caseId)
    .where('organisationId', '=', viewer.organisationId)
    .where('until', '>', now)
    .where(where => where.or([where('personId', 'is', null), where('personId', '=', viewer.personId)]))
    .where(where => where.or([where('role', 'is', null), where('role', '=', viewer.role)]))
    .execute()
  const opened = rows.filter(({ referralId }) => by === undefined || referralId === by.referralId)
  const highest = Math.max(0, ...opened.map(row => row.tier))
  if (highest === 0) return null
  return highest >= 3 ? 3 : highest === 2 ? 2 : 1
}

/** Whether a case of the viewer's own team is open or closed, or null where it has none of that id. Reads nobody. */
export async function caseStanding(
  app: Pick<DomainContext, 'db'>,
  viewer: SignedInViewer,
  caseId: string,
): Promise<'open' | 'closed' | null> {
  if (!z.uuid().safeParse(caseId).success) return null
  const row = await asViewer(app.db, viewer, trx =>
    trx
      .selectFrom('personCase')
      .select('closedAt')
      .where('id', '=', caseId)
      .where('organisationId', '=', viewer.organisationId)
      .executeTakeFirst(),
  )
  if (!row) return null
  return row.closedAt === null ? 'open' : 'closed'
}
