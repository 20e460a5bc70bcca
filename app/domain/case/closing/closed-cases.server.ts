import type { Kysely, Transaction } from 'kysely'
import type { KeyRing } from '@db/encryption/key-ring'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { PAGE_LENGTH, pageOf } from '../../list/paging'
import { londonDay } from '../../time/calendar'
import type { ClosedCases, ClosingReason } from './case-closing'
import type { LoadedCase } from '../record/case-row.server'
import { openPeople } from '../record/open-person.server'

/** The closed cases of the viewer's team, the newest closing first; a page that is not there gives the last. */
export async function closedCasesFor(
  db: Kysely<DB>,
  viewer: SignedInViewer,
  keys: KeyRing,
  asked: { page: number; now: Date },
): Promise<ClosedCases> {
  return asViewer(db, viewer, async trx => {
    const paging = pageOf(asked.page, await countClosed(trx, viewer))
    const closings = await selectClosed(trx, viewer)
      .limit(PAGE_LENGTH)
      .offset(paging.first - 1)
      .execute()
    const ids = closings.map(({ caseId }) => caseId)
    const people = await openPeople({ keys }, trx, viewer, ids, asked.now)
    const of = new Map(closings.map(closing => [closing.caseId, closing]))
    const cases = people.flatMap(found => {
      const closing = of.get(found.id)
      // The column's own check admits these reasons only.
      const reason = closing?.reason as ClosingReason
      return closing ? [{ ...whoseCase(found), reason, closedOn: londonDay(closing.endedAt) }] : []
    })
    return { cases, ...paging }
  })
}

function selectClosed(trx: Transaction<DB>, { organisationId }: SignedInViewer) {
  return trx
    .selectFrom('caseClosing as e')
    .innerJoin('personCase as c', 'c.id', 'e.caseId')
    .select(['e.caseId', 'e.reason', 'e.closedAt as endedAt'])
    .where('e.reopenedAt', 'is', null)
    .where('c.organisationId', '=', organisationId)
    .orderBy('e.closedAt', 'desc')
    .orderBy('c.reference')
}

async function countClosed(trx: Transaction<DB>, { organisationId }: SignedInViewer): Promise<number> {
  const { many } = await trx
    .selectFrom('personCase')
    .select(count => count.fn.countAll<string>().as('many'))
    .where('organisationId', '=', organisationId)
    .where('closedAt', 'is not', null)
    .executeTakeFirstOrThrow()
  return Number(many)
}

/** Who a case of the viewer's own team is of. @throws Error where the identity cannot be read, which a team always can */
export function whoseCase({ id, reference, identity }: LoadedCase) {
  if (!identity) throw new Error('A team reads the whole of its own cases')
  return { id, reference, name: identity.name, prisonNumber: identity.prisonNumber }
}

/** The case of the same person that the same team closed last before it opened this one, or null. */
export async function earlierCase(
  trx: Transaction<DB>,
  caseId: string,
): Promise<{ id: string; closedAt: Date } | null> {
  const found = await trx
    .selectFrom('personCase as c')
    .innerJoin('caseIdentity as i', 'i.caseId', 'c.id')
    .innerJoin('caseIdentity as same', join =>
      join
        .onRef('same.organisationId', '=', 'i.organisationId')
        .onRef('same.prisonNumberHash', '=', 'i.prisonNumberHash'),
    )
    .innerJoin('personCase as earlier', 'earlier.id', 'same.caseId')
    .select(['earlier.id', 'earlier.closedAt'])
    .where('c.id', '=', caseId)
    .whereRef('earlier.id', '<>', 'c.id')
    .whereRef('earlier.closedAt', '<=', 'c.createdAt')
    .orderBy('earlier.closedAt', 'desc')
    .executeTakeFirst()
  return found?.closedAt ? { id: found.id, closedAt: found.closedAt } : null
}
