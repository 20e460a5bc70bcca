import type { Transaction } from 'kysely'
import type { KeyRing } from '@db/encryption/key-ring'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '../context'
import { whoseCase } from '../case/closing/closed-cases.server'
import { openPeople } from '../case/record/open-person.server'
import { PAGE_LENGTH, pageOf, type Paging } from '../list/paging'
import { londonDay, type Day } from '../time/calendar'
import { caseChecks } from './case-days.server'
import { type CheckState, dueChecks } from './check-states'
import { hangsOnRelease } from './check-times'
import { CHECK_KINDS } from './checks'

/** A case with what is to be recorded of it by today, the longest due first. */
interface DueCase {
  id: string
  reference: string
  name: string
  prisonNumber: string
  isClosed: boolean
  due: CheckState[]
}

export interface DueList extends Paging {
  cases: DueCase[]
}

/** What the viewer's team has to record, of open and of closed cases, the longest due first; a page that is not there gives the last. */
export async function dueListFor(
  { db, keys }: { db: DomainContext['db']; keys: KeyRing },
  viewer: SignedInViewer,
  asked: { page: number; now: Date },
): Promise<DueList> {
  return asViewer(db, viewer, async trx => {
    const waiting = await dueCases(trx, viewer, londonDay(asked.now))
    const paging = pageOf(asked.page, waiting.length)
    const shown = waiting.slice(paging.first - 1, paging.first - 1 + PAGE_LENGTH)
    const ids = shown.map(({ caseId }) => caseId)
    const people = await openPeople({ keys }, trx, viewer, ids, asked.now)
    const of = new Map(shown.map(each => [each.caseId, each]))
    const cases = people.flatMap(found => {
      const { isClosed, due } = of.get(found.id) ?? { isClosed: false, due: [] }
      return [{ ...whoseCase(found), isClosed, due }]
    })
    return { ...paging, cases }
  })
}

/** How many cases of the viewer's team have something to record. */
export async function countDue(db: DomainContext['db'], viewer: SignedInViewer, now: Date): Promise<number> {
  return asViewer(db, viewer, async trx => (await dueCases(trx, viewer, londonDay(now))).length)
}

async function dueCases(trx: Transaction<DB>, viewer: SignedInViewer, today: Day) {
  const found = await caseChecks(trx, await stillToLookAt(trx, viewer))
  return found
    .map(each => ({ caseId: each.caseId, isClosed: each.isClosed, due: dueChecks(each, today) }))
    .filter(({ due }) => due.length > 0)
    .sort((one, other) => soonest(one.due).localeCompare(soonest(other.due)))
}

function soonest(due: readonly CheckState[]): Day {
  return due.reduce((first, { dueOn }) => (dueOn !== null && dueOn < first ? dueOn : first), '9999-12-31')
}

/** What a case may be closed before: each waits for its day on the closed case. */
const OF_THE_RELEASE = CHECK_KINDS.filter(hangsOnRelease)

/** Open cases, and closed ones of whose release something is not recorded: of the others nothing waits. */
async function stillToLookAt(trx: Transaction<DB>, { organisationId }: SignedInViewer): Promise<string[]> {
  const rows = await trx
    .selectFrom('personCase as c')
    .select('c.id')
    .where('c.organisationId', '=', organisationId)
    .where(where =>
      where.or([
        where('c.closedAt', 'is', null),
        where(
          where
            .selectFrom('outcomeCheck as o')
            .select(check => check.fn.countAll<number>().as('recorded'))
            .whereRef('o.caseId', '=', 'c.id')
            .where('o.kind', 'in', OF_THE_RELEASE)
            .where('o.replacedAt', 'is', null),
          '<',
          OF_THE_RELEASE.length,
        ),
      ]),
    )
    .orderBy('c.reference')
    .execute()
  return rows.map(({ id }) => id)
}
