import { asSystem, asWorker } from '@db/viewer-transaction'
import type { DomainContext } from '../../context'
import { identityToCompare } from '../record/open-person.server'
import { markIdentity } from '../record/write-identity.server'

const AT_ONCE = 500

/**
 * Marks the names of cases that were kept before there were marks, each in its own transaction, held to that case. For the worker
 * (`app.db` is its pool); may run twice, or beside itself. Returns how many it came to.
 */
export async function markNames(
  app: DomainContext,
  onFailure: (error: unknown, caseId: string) => void,
): Promise<number> {
  const waiting = await asWorker(app.db, trx =>
    trx
      .selectFrom('personCase as c')
      .select(['c.id as caseId', 'c.organisationId'])
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('caseNameMark as m').select('m.caseId').whereRef('m.caseId', '=', 'c.id'))),
      )
      .orderBy('c.id')
      .limit(AT_ONCE)
      .execute(),
  )
  for (const of of waiting) {
    try {
      await asWorker(app.db, trx =>
        asSystem(trx, of.caseId, async system => {
          const identity = await identityToCompare(app, system, of.caseId)
          if (identity) await markIdentity(system, app.keys, of, identity)
        }),
      )
    } catch (error) {
      onFailure(error, of.caseId)
    }
  }
  return waiting.length
}
