import type { Transaction } from 'kysely'
import { newId } from '@db/id'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '../../context'
import { type Tier, tierOf } from '../../eligibility/facts'
import { applyEvent } from '../events/apply-event.server'
import type { AffectedReferral } from './changes-between.server'
import type { Change, ChangeCause } from './compare-decisions'
import { notedChanges } from './noted-changes.server'
import { standingChanges } from './standing-changes'

/** What made the answers change, and whether the provider of a referral may be told what. */
export interface Because {
  cause: ChangeCause
  passesOn(referralId: string): boolean
}

/**
 * Keeps what changed in each affected referral, in the transaction of the change: in its history and to be told of where the
 * provider may be, and for the referring team alone otherwise. By an officer, or nobody, with the case locked.
 */
export async function noteChanges(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer | null,
  affected: readonly AffectedReferral[],
  because: Because,
): Promise<void> {
  for (const referral of affected) {
    const isTold = referral.told.length > 0
    const historyId = isTold ? await writeEvent(app, trx, viewer, referral) : null
    const isPassedOn = isTold && because.passesOn(referral.id)
    const noting = { cause: because.cause, isPassedOn, historyId, now: app.clock() }
    await insertChange(trx, viewer, referral, noting)
    await settleWhereNothingStands(trx, referral.id, app.clock())
  }
}

async function writeEvent(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer | null,
  { id: referralId }: AffectedReferral,
): Promise<string> {
  const step = { referralId, event: 'changed', version: null, details: {} } as const
  const applied = await applyEvent(app, trx, { by: 'system', viewer }, step)
  if (!applied.ok) throw new Error(`A change could not be noted: ${applied.reason}`)
  return applied.historyId
}

interface Noting {
  cause: ChangeCause
  isPassedOn: boolean
  historyId: string | null
  now: Date
}

async function insertChange(
  trx: Transaction<DB>,
  viewer: SignedInViewer | null,
  referral: AffectedReferral,
  { cause, isPassedOn, historyId, now }: Noting,
): Promise<void> {
  const { id: referralId, caseId, told, silent } = referral
  const changeId = newId()
  await trx
    .insertInto('referralChange')
    .values({
      id: changeId,
      referralId,
      caseId,
      changedAt: now,
      changedBy: viewer?.personId ?? null,
      told: historyId !== null,
      passedOn: isPassedOn,
      tier: isPassedOn ? highest(told) : 3,
      historyId,
    })
    .execute()
  const madeFrom = JSON.stringify({ cause, ...(await versionsOf(trx, referral)) })
  const rowOf = (change: Change, isSilent: boolean) => ({
    changeId,
    referralId,
    caseId,
    criterion: change.criterion,
    title: change.title,
    tier: change.tier,
    silent: isSilent,
    before: JSON.stringify(change.before),
    after: JSON.stringify(change.after),
    madeFrom,
  })
  const rows = [...told.map(each => rowOf(each, false)), ...silent.map(each => rowOf(each, true))]
  await trx.insertInto('referralChangeDetail').values(rows).execute()
  if (historyId !== null) await insertFacts(trx, referral, changeId)
}

/** Each under the tier that may read it: which facts a provider is not told of is no more his to know than the facts. */
async function insertFacts(
  trx: Transaction<DB>,
  { id: referralId, caseId, changedFacts }: AffectedReferral,
  changeId: string,
): Promise<void> {
  const rows = changedFacts.map(fact => ({ changeId, referralId, caseId, fact, tier: tierOf(fact) }))
  if (rows.length > 0) await trx.insertInto('referralChangeFact').values(rows).execute()
}

/** The versions of everything a decision is worked out from. */
async function versionsOf(trx: Transaction<DB>, { caseId, serviceId }: AffectedReferral) {
  return trx
    .selectFrom('personCase as c')
    .innerJoin('caseTriage as t', 't.caseId', 'c.id')
    .innerJoin('caseNeeds as n', 'n.caseId', 'c.id')
    .innerJoin('caseSafety as s', 's.caseId', 'c.id')
    .leftJoin('servicePolicy as p', join => join.on('p.serviceId', '=', serviceId))
    .select(['c.releaseVersion', 't.version as triage', 'n.version as needs', 's.version as safety'])
    .select('p.version as policy')
    .where('c.id', '=', caseId)
    .executeTakeFirstOrThrow()
}

/** All is as it was when she was referred: nothing is left to read or to ring about. */
async function settleWhereNothingStands(trx: Transaction<DB>, referralId: string, now: Date): Promise<void> {
  const noted = (await notedChanges(trx, [referralId]))(referralId)
  if (standingChanges(noted).length > 0) return
  await trx
    .updateTable('referralChange')
    .set({ settledAt: now })
    .where('referralId', '=', referralId)
    .where('settledAt', 'is', null)
    .execute()
}

function highest(changes: readonly Change[]): Tier {
  return Math.max(1, ...changes.map(({ tier }) => tier)) as Tier
}
