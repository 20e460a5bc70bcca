import { sql, type Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { londonDay } from '../../time/calendar'
import { byKey } from './by-key'
import type { DrawnNomination, Offered, ParentFrom, Run } from './draw-parent'
import { womanKey } from './woman-key'

/** Audiences a mother in prison may be of. */
const OF_MOTHERS = ['mothers', 'pregnant', 'young_parents', 'parents_with_no_contact']

/** Every case of a mother that is kept and was not opened by mistake, as the statistician may read it. */
export async function readParents(trx: Transaction<DB>): Promise<(ParentFrom & { caseId: string })[]> {
  const rows = await trx
    .selectFrom('countedParents as p')
    .innerJoin('personCase as c', 'c.id', 'p.caseId')
    .innerJoin('caseIdentity as i', 'i.caseId', 'p.caseId')
    .leftJoin('caseClosing as x', join =>
      join.onRef('x.caseId', '=', 'p.caseId').on('x.reopenedAt', 'is', null),
    )
    .select(['c.id as caseId', 'c.prisonCode', 'c.releaseOn', 'c.createdAt', 'i.prisonNumberHash'])
    .select(['p.contactPermitted', 'p.children', 'x.closedAt'])
    .where(where => where.or([where('x.reason', 'is', null), where('x.reason', '<>', 'opened_by_mistake')]))
    .execute()
  const offered = await readOffered(trx)
  const nominations = await readNominations(trx)
  return rows.map(row => ({
    caseId: row.caseId,
    woman: womanKey(row.prisonNumberHash),
    openedOn: londonDay(row.createdAt),
    releaseOn: row.releaseOn,
    isClosed: row.closedAt !== null,
    // An answer of the case, which is one of these where it is known.
    contactPermitted: row.contactPermitted as ParentFrom['contactPermitted'],
    children: row.children,
    offered: offered.filter(({ prisonCodes }) => prisonCodes.includes(row.prisonCode)),
    nominations: nominations.get(row.caseId) ?? [],
  }))
}

async function readOffered(trx: Transaction<DB>): Promise<(Offered & { prisonCodes: string[] })[]> {
  const programmes = await trx
    .selectFrom('programme')
    .innerJoin('service as s', 's.id', 'programme.serviceId')
    .select(['serviceId', 'prisonCodes', 'audiences', 'minimumStayWeeks', 's.archivedAt'])
    .where('s.approvedAt', 'is not', null)
    .execute()
  const runs = byKey(
    await trx
      .selectFrom('cohort')
      .select(['serviceId', 'startsOn', 'endsOn', 'lastReferralOn', 'cancelledAt'])
      .execute(),
    ({ serviceId }) => serviceId,
    ({ serviceId: _of, ...run }) => run,
  )
  return programmes
    .filter(({ audiences }) => audiences.length === 0 || audiences.some(each => OF_MOTHERS.includes(each)))
    .map(({ serviceId, prisonCodes, minimumStayWeeks, archivedAt }) => ({
      prisonCodes,
      minimumStayWeeks,
      closedOn: archivedAt && londonDay(archivedAt),
      runs: runs.get(serviceId)?.filter(takesPlace) ?? null,
    }))
}

/** What was cancelled was on offer to nobody; a programme that cancelled all of its runs is none without runs. */
function takesPlace({ cancelledAt }: Run & { cancelledAt: Date | null }): boolean {
  return cancelledAt === null
}

async function readNominations(trx: Transaction<DB>): Promise<ReadonlyMap<string, DrawnNomination[]>> {
  const rows = await trx
    .selectFrom('nomination as n')
    .innerJoin('programme as p', 'p.serviceId', 'n.serviceId')
    .select(['n.caseId', 'n.agreed', 'n.state', 'n.leftReason', 'n.licence', 'p.rotl'])
    .select(
      sql<boolean>`exists (select from nomination_step h
        where h.nomination_id = n.id and h.event = 'start' and h.taken_back_at is null)`.as('hasStarted'),
    )
    .orderBy('n.nominatedAt')
    .orderBy('n.id')
    .execute()
  return byKey(
    rows,
    ({ caseId }) => caseId,
    ({ rotl, caseId: _case, ...row }) =>
      // The columns' own checks admit these codes only.
      ({ ...row, takesLicence: rotl === 'required' || rotl === 'possible' }) as DrawnNomination,
  )
}
