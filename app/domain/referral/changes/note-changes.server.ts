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
import { fromLastRead, type NotedChange, standingChanges, standingFor } from './standing-changes'
import { toldLate } from './told-late'

/** What made the answers change. Of what is saved of her she is asked whether the provider of a referral may be told. */
export type Because =
  { cause: 'fact'; passesOn(referralId: string): boolean } | { cause: Exclude<ChangeCause, 'fact'> }

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
  const passesOn = because.cause === 'fact' ? because.passesOn : await nothingWithheld(trx, affected)
  for (const referral of affected) {
    const isTold = referral.told.length > 0 || referral.late !== undefined
    const historyId = isTold ? await writeEvent(app, trx, viewer, referral) : null
    const isPassedOn = isTold && passesOn(referral.id)
    const noting = { cause: because.cause, isPassedOn, historyId, now: app.clock() }
    const noted = (await notedChanges(trx, [referral.id]))(referral.id)
    const late = toldLate(noted, referral.late)
    const told = isPassedOn ? fromLastRead(withoutTwice(referral.told, late.changes), noted) : referral.told
    await insertChange(trx, viewer, { ...referral, told }, noting)
    await settle(trx, late.caughtUp, app.clock())
    await settleWhereNothingStands(trx, referral.id, app.clock())
  }
}

/**
 * A date and a policy say nothing new of her, so that nobody is asked. But what comes out otherwise by them may hang on an answer
 * that is withheld: of such a referral nothing is passed on.
 */
async function nothingWithheld(
  trx: Transaction<DB>,
  affected: readonly AffectedReferral[],
): Promise<(referralId: string) => boolean> {
  const notedOf = await notedChanges(
    trx,
    affected.map(({ id }) => id),
  )
  return id => standingFor('provider', 3, notedOf(id)).withheld.length === 0
}

/** What changes now, and of what is told late the criteria that do not change. */
function withoutTwice(told: readonly Change[], late: readonly Change[]): Change[] {
  return [...told, ...late.filter(({ criterion }) => !told.some(each => each.criterion === criterion))]
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
  if (rows.length > 0) await trx.insertInto('referralChangeDetail').values(rows).execute()
  // What follows from a date is no answer of hers that could be withheld.
  if (historyId !== null && cause === 'fact') await insertFacts(trx, referral, changeId)
}

/** Each under the tier that may read it: which facts a provider is not told of is no more his to know than the facts. */
async function insertFacts(
  trx: Transaction<DB>,
  { id: referralId, caseId, changedFacts, late }: AffectedReferral,
  changeId: string,
): Promise<void> {
  const rows = [...new Set([...changedFacts, ...(late?.facts ?? [])])].map(fact => ({
    changeId,
    referralId,
    caseId,
    fact,
    tier: tierOf(fact),
  }))
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

/** All comes out as when she was referred: nothing is left to read. An answer that is withheld stays so. */
async function settleWhereNothingStands(trx: Transaction<DB>, referralId: string, now: Date): Promise<void> {
  const noted = (await notedChanges(trx, [referralId]))(referralId)
  if (standingChanges(noted).length === 0) await settle(trx, noted, now)
}

/** Nothing of them is left to read. */
async function settle(trx: Transaction<DB>, noted: readonly NotedChange[], now: Date): Promise<void> {
  const ids = noted.filter(({ settledAt }) => settledAt === null).map(({ id }) => id)
  if (ids.length === 0) return
  await trx.updateTable('referralChange').set({ settledAt: now }).where('id', 'in', ids).execute()
}

function highest(changes: readonly Change[]): Tier {
  return Math.max(1, ...changes.map(({ tier }) => tier)) as Tier
}
