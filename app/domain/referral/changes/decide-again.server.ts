import type { Kysely, Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { asSystem, asWorker } from '@db/viewer-transaction'
import { recordAudit } from '../../audit/record-audit.server'
import type { DomainContext } from '../../context'
import { lockCase } from '../../case/record/lock-case.server'
import { factsToDecide } from '../../case/record/open-person.server'
import { changesByPolicy, type PolicyWritten } from './changes-by-policy.server'
import { noteChanges } from './note-changes.server'

const AT_ONCE = 500

interface Waiting {
  referralId: string
  caseId: string
}

/** Told of a referral that could not be decided again: it waits on, and those behind it are decided. */
type OnFailure = (error: unknown, referralId: string) => void

/**
 * Decides again every referral whose service has written its policy since: each in its own transaction, in the order in which the
 * policies were written. For the worker (`app.db` is its pool); may run twice, or beside itself. Returns how many were decided.
 */
export async function policiesWritten(app: DomainContext, onFailure: OnFailure): Promise<number> {
  let decided = 0
  for (const each of await asWorker(app.db, trx => waitingIn(trx).execute())) {
    if (decided === AT_ONCE) break
    try {
      await asWorker(app.db, trx => decideAgain(app, trx, each))
      decided += 1
    } catch (error) {
      onFailure(error, each.referralId)
    }
  }
  return decided
}

/** What waits, that of the policy written first before the others. */
function waitingIn(trx: Transaction<DB>) {
  return trx
    .selectFrom('policyChangeWaiting as w')
    .innerJoin('policyChange as c', 'c.id', 'w.changeId')
    .select(['w.referralId', 'w.caseId'])
    .groupBy(['w.referralId', 'w.caseId'])
    .orderBy(({ fn }) => fn.min('c.sequence'))
    .orderBy('w.referralId')
}

/** The same for one referral, in the transaction of whoever looks at it or acts on it: nobody waits for the worker. */
async function decideAgain(app: DomainContext, trx: Transaction<DB>, waiting: Waiting): Promise<void> {
  await asSystem(trx, waiting.caseId, async system => {
    if (!(await isWaiting(system, waiting))) return
    await lockCase(system, waiting.caseId)
    const written = await takeWritten(system, waiting)
    const person = written && (await factsToDecide(system, waiting.caseId))
    if (!person) return
    const decided = { action: 'case.decide_again', subjectKind: 'case', subjectId: waiting.caseId } as const
    await recordAudit(system, { kind: 'public' }, decided)
    const affected = await changesByPolicy(system, waiting, person, written, app.clock())
    if (!affected) return
    await noteChanges(app, system, null, [affected], { cause: 'policy' })
  })
}

/**
 * The same for every referral of a case whose answers or date are about to change: what was written before is decided by the
 * answers from before.
 */
export async function decideAgainAllOf(
  app: DomainContext,
  trx: Transaction<DB>,
  caseId: string,
): Promise<void> {
  const waiting = await asSystem(trx, caseId, system => waitingIn(system).execute())
  for (const each of waiting) await decideAgain(app, trx, each)
}

/** The same for a referral that the viewer of the transaction may see. */
export async function decideAgainFor(
  app: DomainContext,
  trx: Transaction<DB>,
  referralId: string,
): Promise<void> {
  const found = await trx
    .selectFrom('referral')
    .select('caseId')
    .where('id', '=', referralId)
    .executeTakeFirst()
  if (found) await decideAgain(app, trx, { referralId, caseId: found.caseId })
}

async function isWaiting(trx: Kysely<DB>, { referralId }: Waiting): Promise<boolean> {
  const found = await trx
    .selectFrom('policyChangeWaiting')
    .select('changeId')
    .where('referralId', '=', referralId)
    .executeTakeFirst()
  return found !== undefined
}

/** Takes what waits, once: from before the first to after the last. null where somebody has taken it meanwhile. */
async function takeWritten(trx: Transaction<DB>, { referralId }: Waiting): Promise<PolicyWritten | null> {
  const taken = await trx
    .deleteFrom('policyChangeWaiting')
    .where('referralId', '=', referralId)
    .returning('changeId')
    .execute()
  if (taken.length === 0) return null
  const written = await trx
    .selectFrom('policyChange')
    .select(['before', 'after'])
    .where(
      'id',
      'in',
      taken.map(({ changeId }) => changeId),
    )
    .orderBy('sequence')
    .execute()
  return { before: written.at(0)?.before, after: written.at(-1)?.after }
}
