import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { asSystem, asWorker } from '@db/viewer-transaction'
import { recordAudit } from '../../audit/record-audit.server'
import { factsToDecide } from '../../case/record/open-person.server'
import type { DomainContext } from '../../context'
import { decideServices } from '../../match/decide-services.server'
import { holdsBed, referralState } from '../../referral/states'
import { isHousing } from '../../service/service-kind'
import { addDays, type Day, londonDay } from '../../time/calendar'
import { isSameRelease } from '../same-release'
import { type BedsForWomen, bedsForWomen } from './beds-for-women.server'
import { EARLIEST_MARK, type Mark, markDue } from './marks'
import { type Household, isOption } from './option'
import { turnedAway, type Turning } from './turned-away'
import { type Changeable, wouldPlace } from './would-place'

/** The database's own part of the service, which sees supply and the one case. */
const NOBODY = { kind: 'public' } as const

interface Due {
  caseId: string
  releaseOn: Day
  mark: Mark
}

/** Told of a case that could not be matched: it is tried again the next night, and those behind it are matched. */
type OnFailure = (error: unknown, caseId: string) => void

/**
 * Looks for every woman whose release is 28 or 5 days ahead, among all places to live there are but those she avoids, and keeps whether
 * anything was found (product.md, M6). For the worker (`app.db` is its pool); each case in its own transaction; may run twice, or beside itself.
 * @returns how many were matched
 */
export async function matchWomen(app: DomainContext, onFailure: OnFailure): Promise<number> {
  const now = app.clock()
  const due = await asWorker(app.db, trx => lookFor(trx, londonDay(now)))
  if (due.length === 0) return 0
  const supply = await asWorker(app.db, trx => readSupply(trx, now))
  let matched = 0
  for (const each of due) {
    try {
      matched += await asWorker(app.db, trx => matchWoman(trx, each, supply, now))
    } catch (error) {
      onFailure(error, each.caseId)
    }
  }
  return matched
}

/** Open cases of women whose look is due, and not made yet for that release. */
async function lookFor(trx: Transaction<DB>, today: Day): Promise<Due[]> {
  const rows = await trx
    .selectFrom('personCase as c')
    .select(['c.id', 'c.releaseOn'])
    .where('c.sex', '=', 'woman')
    .where('c.closedAt', 'is', null)
    .where('c.releaseOn', '>', today)
    .where('c.releaseOn', '<=', addDays(today, EARLIEST_MARK))
    .orderBy('c.releaseOn')
    .orderBy('c.id')
    .execute()
  const made = await trx.selectFrom('ownMatch').select(['caseId', 'daysBefore', 'releaseOn']).execute()
  return rows.flatMap(({ id: caseId, releaseOn }) => {
    const mark = releaseOn === null ? null : markDue(today, releaseOn)
    if (releaseOn === null || mark === null) return []
    const isMade = made.some(
      each => each.caseId === caseId && each.daysBefore === mark && isSameRelease(each.releaseOn, releaseOn),
    )
    return isMade ? [] : [{ caseId, releaseOn, mark }]
  })
}

interface Supply {
  housing: readonly string[]
  beds: ReadonlyMap<string, BedsForWomen>
}

async function readSupply(trx: Transaction<DB>, now: Date): Promise<Supply> {
  const rows = await trx
    .selectFrom('service')
    .select(['id', 'kind'])
    .where('archivedAt', 'is', null)
    .execute()
  const housing = rows.filter(({ kind }) => isHousing(kind)).map(({ id }) => id)
  return { housing, beds: await bedsForWomen(trx, now) }
}

async function matchWoman(trx: Transaction<DB>, due: Due, supply: Supply, now: Date): Promise<number> {
  const looked = await asSystem(trx, due.caseId, system => lookAs(system, due, supply, now))
  if (looked === null) return 0
  const found = looked.holdsBed || looked.services.some(isOption) ? 'some' : 'none'
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('ownMatch')
    .values({
      caseId: due.caseId,
      daysBefore: due.mark,
      releaseOn: due.releaseOn,
      matchedOn: londonDay(now),
      found,
      // What would have placed her, and what turned her away, is told of 5 days before alone.
      wouldPlace: found === 'none' && due.mark === 5 ? wouldPlace(looked.household, looked.services) : [],
      turnedAway: due.mark === 5 ? turnedAway(looked.services) : [],
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows ?? 0)
}

interface Looked {
  household: Household
  holdsBed: boolean
  services: (Changeable & Turning)[]
}

/**
 * Every place to live, decided for her; nothing she avoids is among them. A bed that is held for her is free for nobody else, and found for her.
 * Her answers are read as the system, which sees that one case.
 */
async function lookAs(
  system: Transaction<DB>,
  { caseId, releaseOn }: Due,
  { housing, beds }: Supply,
  now: Date,
): Promise<Looked | null> {
  const person = await factsToDecide(system, caseId)
  if (!person) return null
  await recordAudit(system, NOBODY, { action: 'case.own_match', subjectKind: 'case', subjectId: caseId })
  const decided = await decideServices(system, NOBODY, person, housing, now)
  const referrals = await system.selectFrom('referral').select('state').where('caseId', '=', caseId).execute()
  return {
    household: person.facts,
    holdsBed: referrals.some(({ state }) => holdsBed(referralState(state))),
    services: decided.map(({ id, kind, decision, policy }) => {
      const { isFresh = false, freeOn } = beds.get(id) ?? {}
      return { id, kind, decision, policy, isFresh, free: freeOn?.(releaseOn, person.facts) ?? 0 }
    }),
  }
}
