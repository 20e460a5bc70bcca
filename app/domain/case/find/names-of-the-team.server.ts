import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '../../context'
import { marksSought } from '../record/name-marks'
import { holdsTheName } from '../record/names-the-person'
import { openFound } from '../record/open-person.server'

/** As many cases are opened to be compared, of those with the likest names. */
const MOST_COMPARED = 20

/**
 * Whether words that go to others hold the whole name of somebody whose case the viewer's team keeps. Found by marks, so that few are opened;
 * that somebody was found is audited. Nobody but a prison's team keeps cases.
 */
export async function namesSomebodyOfTheTeam(
  app: DomainContext,
  viewer: SignedInViewer,
  words: string,
): Promise<boolean> {
  if (viewer.role !== 'officer') return false
  const marks = marksSought(app.keys, viewer.organisationId, words).flat()
  if (marks.length < 2) return false
  return asViewer(app.db, viewer, async trx => {
    const ids = await alikeIn(trx, viewer.organisationId, marks)
    const found = await openFound(app, trx, viewer, ids, ({ name }) => holdsTheName(words, name))
    return found.size > 0
  })
}

/** The cases with two or more of some marks: a name of one word is told by nobody. */
async function alikeIn(
  trx: Transaction<DB>,
  organisationId: string,
  marks: readonly Buffer[],
): Promise<string[]> {
  const rows = await trx
    .selectFrom('caseNameMark')
    .select('caseId')
    .where('organisationId', '=', organisationId)
    .where('mark', 'in', marks)
    .groupBy('caseId')
    .having(({ fn }) => fn.countAll<number>(), '>=', 2)
    .orderBy(({ fn }) => fn.countAll<number>(), 'desc')
    .orderBy('caseId')
    .limit(MOST_COMPARED)
    .execute()
  return rows.map(({ caseId }) => caseId)
}
