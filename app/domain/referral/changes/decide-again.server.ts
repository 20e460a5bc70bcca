import type { Kysely, Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { asSystem, asWorker } from '@db/viewer-transaction'
import { recordAudit } from '../../audit/record-audit.server'
import type { DomainContext } from '../../context'
import { lockCase } from '../../case/record/lock-case.server'
import { factsToDecide } from '../../case/record/open-person.server'
import { changesByPolicy, type PolicyWritten } from './changes-by-policy.server'
import { noteChanges } from './note-changes.server'
import { notedChanges } from './noted-changes.server'
import { standingFor } from './standing-changes'

const AT_ONCE = 500

interface Waiting {
  referralId: string
  caseId: string
}

/**
 * Decides again every referral whose service has written its policy since: each in its own transaction. For the worker (`app.db` is
 * its pool); may run twice, or beside itself. Returns how many were decided.
 */
export async function policiesWritten(app: DomainContext): Promise<number> {
  const waiting = await asWorker(app.db, trx =>
    trx
      .selectFrom('policyChangeWaiting')
      .select(['referralId', 'caseId'])
      .distinct()
      .limit(AT_ONCE)
      .execute(),
  )
  for (const each of waiting) await asWorker(app.db, trx => decideAgain(app, trx, each))
  return waiting.length
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
    // What she would not have passed on may be what the policy is decided by.
    const noted = (await notedChanges(system, [waiting.referralId]))(waiting.referralId)
    const passesOn = standingFor('provider', 3, noted).withheld.length === 0
    await noteChanges(app, system, null, [affected], { cause: 'policy', passesOn: () => passesOn })
  })
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
