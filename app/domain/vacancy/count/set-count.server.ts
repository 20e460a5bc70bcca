import type { Transaction } from 'kysely'
import type { FormRequest } from '@db/idempotency'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { recordAudit } from '../../audit/record-audit.server'
import type { DomainContext } from '../../context'
import { londonDay, type Day } from '../../time/calendar'
import { markConfirmed } from '../freshness/confirm-vacancies.server'
import { expectMore } from './expected-more.server'
import { type CountGroup, groupOf, groupsOf } from './count-group'
import { isFreeOn } from '../free/free-days'
import { type OwnBedspace, bedspacesOf } from '../own/own-bedspaces.server'
import { releaseClaims } from '../claims/claim-bedspace.server'
import { lockOpenHouse } from '../claims/lock-service.server'
import { toMoveAmong } from '../claims/planned-move.server'
import { cutStay } from '../claims/stay.server'
import { takeBedspace } from '../claims/take-bedspace.server'
import { allOrNothing } from '../claims/unless-taken.server'
import { findOwnService } from '../own/vacancy-access.server'
import { vacancyAct } from '../vacancy-act.server'
import type { VacancyResult } from '../vacancy-result'

const MOST = 200

interface FreeCount {
  serviceId: string
  free: number
  /** Whose beds they are, where women's or men's are counted apart; of a count with one group that one. */
  group?: CountGroup
  /** How many more are free from a day to come: a forecast. Nothing is said of it where it is not given. */
  more?: { count: number; on: Day } | null
  /** How many the page said are free; not given where no page was shown. */
  shown?: number
}

/**
 * "3 free now": for a provider who lists no rooms. The count is held as that many unnamed bedspaces with nothing on them
 * today: missing ones are made ready, or those left who came by another route; spare ones are taken. Refused where it needs
 * more bedspaces than there are: a slip of the finger makes no vacancies, and how many there are is a figure of its own
 * (set-beds.server.ts). A count of all of a service's beds confirms its vacancies; of one group of several it confirms nothing.
 */
export async function setFreeCount(
  app: DomainContext,
  viewer: SignedInViewer,
  input: FreeCount,
  request: FormRequest,
): Promise<VacancyResult> {
  return vacancyAct(app, viewer, request, trx => setWithin(app, trx, viewer, input))
}

async function setWithin(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { serviceId, ...count }: FreeCount,
): Promise<VacancyResult> {
  const { free } = count
  if (!(await findOwnService(trx, viewer, serviceId))) return { ok: false, reason: 'not_found' }
  if (!Number.isInteger(free) || free < 0 || free > MOST) return { ok: false, reason: 'count_invalid' }
  const closed = await lockOpenHouse(trx, serviceId)
  if (closed) return closed
  return allOrNothing(trx, () => countWithin(trx, viewer, { serviceId, ...count }, app.clock()))
}

async function countWithin(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { serviceId, group, free, shown, more }: FreeCount,
  now: Date,
): Promise<VacancyResult> {
  const all = await unnamedOf(trx, serviceId, now)
  const groups = groupsOf(all)
  const counted = group ?? groups[0] ?? 'any'
  if (group === undefined && groups.length > 1) return { ok: false, reason: 'group_missing' }
  const unnamed = all.filter(bed => groupOf(bed) === counted)
  const freeNow = unnamed.filter(bedspace => bedspace.isFree)
  if (shown !== undefined && shown !== freeNow.length) return { ok: false, reason: 'count_changed' }
  const endable = await endableToday(trx, unnamed, now)
  const most = freeNow.length + endable.length
  if (free > most) return { ok: false, reason: 'count_grows', bedspaces: unnamed.length, most }
  for (const claim of endable.slice(0, Math.max(0, free - freeNow.length))) await endClaim(trx, claim, now)
  const taken = await takeOut(trx, freeNow.slice(free), now)
  if (!taken.ok) return { ok: false, reason: 'bedspace_taken', until: taken.until }
  const after = (await unnamedOf(trx, serviceId, now)).filter(bed => groupOf(bed) === counted)
  if (after.filter(bedspace => bedspace.isFree).length !== free) return { ok: false, reason: 'count_untrue' }
  const refused = more ? await expectMore(trx, await goingOf(trx, after), more, now) : null
  if (refused) return refused
  if (groups.length < 2) await markConfirmed(trx, viewer, serviceId, now)
  await recordAudit(trx, viewer, {
    action: 'service.set_free_count',
    subjectKind: 'service',
    subjectId: serviceId,
    detail: { free, before: freeNow.length },
  })
  return { ok: true, serviceId }
}

async function unnamedOf(trx: Transaction<DB>, serviceId: string, now: Date): Promise<OwnBedspace[]> {
  return (await bedspacesOf(trx, serviceId, now)).filter(bedspace => !bedspace.named)
}

/** Beds, and which of the claims on them are stays by a referral. */
async function goingOf(trx: Transaction<DB>, beds: readonly OwnBedspace[]) {
  const stays = beds.flatMap(({ claims }) => claims).filter(({ kind }) => kind === 'occupied')
  return {
    beds,
    placed: await placedIn(
      trx,
      stays.map(stay => stay.id),
    ),
  }
}

type OwnClaim = OwnBedspace['claims'][number]

/**
 * The claims of today that a count may end, each the only one that keeps its bedspace from being free, in this order: turnaround,
 * which is done sooner; the stays of people who came by another route, those expected to leave first. A referral's stay ends by
 * its own departure, and one that is to move by its move.
 */
async function endableToday(
  trx: Transaction<DB>,
  unnamed: readonly OwnBedspace[],
  now: Date,
): Promise<OwnClaim[]> {
  const today = londonDay(now)
  const current = unnamed.flatMap(bedspace =>
    bedspace.claims.filter(claim => claim.from <= today && isFreeWithout(bedspace, claim, today)),
  )
  const stays = current.filter(({ kind }) => kind === 'occupied')
  const placed = await placedIn(
    trx,
    stays.map(stay => stay.id),
  )
  const moving = await toMoveAmong(
    trx,
    stays.map(stay => stay.id),
  )
  return [
    ...current.filter(({ kind }) => kind === 'turnaround'),
    ...stays
      .filter(({ id }) => !placed.has(id) && !moving.has(id))
      .sort((a, b) => (leavingOrder(a) < leavingOrder(b) ? -1 : 1)),
  ]
}

/** Ending a claim frees its bedspace only where nothing else is in the way, today or too soon after. */
function isFreeWithout({ claims, turnaround }: OwnBedspace, { id }: OwnClaim, today: Day): boolean {
  return isFreeOn(
    claims.filter(claim => claim.id !== id),
    turnaround,
    { today, day: today },
  )
}

const LAST = '9999-12-31'

function leavingOrder({ leaves, from }: OwnClaim): string {
  return `${leaves?.on ?? LAST} ${from}`
}

async function placedIn(trx: Transaction<DB>, claimIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (claimIds.length === 0) return new Set()
  const rows = await trx.selectFrom('placement').select('claimId').where('claimId', 'in', claimIds).execute()
  return new Set(rows.map(row => row.claimId))
}

async function endClaim(trx: Transaction<DB>, { id: claimId, kind }: OwnClaim, now: Date): Promise<void> {
  if (kind === 'turnaround') await releaseClaims(trx, [claimId], now)
  else await cutStay(trx, { claimId }, londonDay(now), now)
}

/** Each taken by somebody who came by another route; all of them, or none where one was just taken. */
async function takeOut(
  trx: Transaction<DB>,
  spare: readonly OwnBedspace[],
  now: Date,
): Promise<{ ok: true } | { ok: false; until: Day | null }> {
  return allOrNothing(trx, async () => {
    for (const bedspace of spare) {
      const taken = await takeBedspace(trx, bedspace, now)
      if (!taken.ok) return taken
    }
    return { ok: true }
  })
}
