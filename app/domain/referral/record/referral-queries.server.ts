import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../../audit/record-audit.server'
import { releaseOf } from './told-days.server'
import type { DomainContext } from '../../context'
import type { Criterion, Decision } from '../../eligibility/decision'
import type { FactField, Tier } from '../../eligibility/facts'
import type { LoadedCase } from '../../case/record/case-row.server'
import { openPerson } from '../../case/record/open-person.server'
import { tierOnCase } from '../../case/record/case-access.server'
import { decideAgainFor } from '../changes/decide-again.server'
import { liveDecision, rulesNow } from '../changes/live-decision.server'
import { notedChanges } from '../changes/noted-changes.server'
import { type NotedChange, type Standing, standingFor } from '../changes/standing-changes'
import { caseKeyFor, openNote } from '../../case/record/case-note.server'
import { withheldFacts } from '../disclosure/withheld.server'
import { notePlace } from './referral-note.server'
import { awayOn } from '../../people/cover/cover.server'
import { type Day, londonDay } from '../../time/calendar'
import { type Transition } from '../lifecycle'
import { actsNext, referralState, type Stood } from '../states'
import { type AgreedTier, agreedTierOf, type Side } from '../referral'
import { atTriage, withoutPerson } from './read-less'
import { buttonsFor, sideOf } from './referral-access.server'
import { type HistoryLine, historyOf } from './history-read.server'
import {
  type OfferShown,
  offerShown,
  type PlacementShown,
  placementShown,
} from '../offer/offer-queries.server'
import { situationOf } from './situation.server'
import { type WaitingPlace, waitingPlaceOf } from './waiting-place.server'
import { decisionShown } from './stored-decision.server'

/** A referral on its page. What the viewer's tier does not reach is null or unknown: identity, facts, reasons of the decision. */
export interface ReferralView
  extends
    Omit<ReferralRow, 'state' | 'resumeState' | 'agreedTier' | 'eligibilityOutcome' | 'justification'>,
    Stood {
  side: Side
  agreedTier: AgreedTier
  /** The side everybody waits for, null when nobody. */
  actsNext: Side | null
  late: boolean
  /** How much of the case the viewer may read; a provider of what has ended, by this referral alone. */
  tier: Tier
  /** As shown to the officer when she referred; below the tier of a reason only the outcome. */
  decision: Decision
  justification: string | null
  /** What is noted as changed since, the oldest first, as far as the viewer may see it; and what of it stands. */
  noted: NotedChange[]
  standing: Standing
  /** What the database leaves out of what a provider reads of her, whichever of its referrals that is for. */
  withheld: FactField[]
  /** As it is worked out now: to the referring team alone, while the referral is open. */
  live: Decision | null
  /** What the policy states now, to the provider, while the referral is open. */
  rules: ReadonlyMap<Criterion, string> | null
  /** null once the case may not be read any more. */
  person: LoadedCase | null
  /** To the provider: until when the author is away today, and whom to ask instead; null where they are not. */
  authorAway: { untilOn: Day; ask: string } | null
  offer: OfferShown | null
  placement: PlacementShown | null
  /** While it is on a waiting list. */
  waitingPlace: WaitingPlace | null
  /** The latest first. */
  history: HistoryLine[]
  /** What the viewer may do now, as rows of the lifecycle's table. */
  buttons: Transition[]
}

type ReferralRow = NonNullable<Awaited<ReturnType<typeof selectReferral>>>

/** A referral the viewer is party to, or null for any other id; the read is audited. */
export async function findReferralFor(
  app: DomainContext,
  viewer: SignedInViewer,
  id: string,
): Promise<ReferralView | null> {
  if (!z.uuid().safeParse(id).success) return null
  return asViewer(app.db, viewer, async trx => {
    await decideAgainFor(app, trx, id)
    const row = await selectReferral(trx, id)
    const side = row ? sideOf(viewer, row) : null
    if (!row || side === null) return null
    const isAlone = side === 'provider' && row.closedAt !== null
    const by = isAlone ? { referralId: id } : undefined
    const tier = await tierOnCase(trx, viewer, row.caseId, app.clock(), by)
    const view = await viewOf(app, trx, viewer, row, { side, tier: tier ?? 1 })
    return isAlone ? READ_ALONE[tier ?? 0](view) : view
  })
}

/** By what has ended a provider reads what its own days allow, however much another referral opens. Above triage it reads by none that ended. */
const READ_ALONE = { 0: withoutPerson, 1: atTriage, 2: atTriage, 3: atTriage }

async function viewOf(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { eligibilityOutcome, justification, ...row }: ReferralRow,
  { side, tier }: { side: Side; tier: Tier },
): Promise<ReferralView> {
  const now = app.clock()
  const stood = {
    state: referralState(row.state),
    resumeState: row.resumeState === null ? null : referralState(row.resumeState),
  }
  const key = await caseKeyFor(trx, app.keys, row.caseId)
  const noted = (await notedChanges(trx, [row.id]))(row.id)
  const standing = standingFor(side, tier, noted)
  const person = await personOf(app, trx, viewer, row, { side, tier })
  return {
    ...row,
    noted,
    standing,
    withheld: side === 'provider' ? await withheldFacts(trx, row.caseId, tier) : [],
    rules: side === 'provider' ? await rulesNow(trx, viewer, row, now) : null,
    live: side === 'referrer' && person ? await liveDecision(trx, viewer, row, person, now) : null,
    ...stood,
    agreedTier: agreedTierOf(row.agreedTier),
    side,
    actsNext: actsNext(stood.state),
    late: row.closedAt === null && row.dueAt !== null && row.dueAt < now,
    tier,
    decision: await decisionShown(trx, { id: row.id, eligibilityOutcome }, tier),
    justification: openNote(app.keys, key, row.caseId, notePlace(row.id), justification),
    person,
    authorAway: side === 'provider' ? await awayOn(trx, authorOf(row), londonDay(now)) : null,
    offer: await offerShown(trx, row, now),
    placement: await placementShown(trx, row.id),
    waitingPlace: await waitingPlaceOf(trx, row),
    history: await historyOf(trx, app.keys, key, row),
    // Of what is deleted nothing can be taken up again.
    buttons: row.detailsDeletedOn === null ? buttonsFor(viewer, { ...row, ...stood, now }) : [],
  }
}

function authorOf({
  createdBy,
  referrerOrganisationId,
}: Pick<ReferralRow, 'createdBy' | 'referrerOrganisationId'>) {
  return { personId: createdBy, organisationId: referrerOrganisationId }
}

/** The person, as far as the tier reaches. The referral is read, and says so, where nothing of her may be any more. */
async function personOf(
  app: DomainContext,
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  { id, caseId }: { id: string; caseId: string },
  detail: { side: Side; tier: Tier },
): Promise<LoadedCase | null> {
  const as = { action: 'referral.read', subjectKind: 'referral', subjectId: id, detail } as const
  const person = await openPerson(app, trx, viewer, caseId, as)
  if (person === null) await recordAudit(trx, viewer, as)
  return person
}

async function selectReferral(trx: Transaction<DB>, id: string) {
  return trx
    .selectFrom('referral as r')
    .innerJoin('service', 'service.id', 'r.serviceId')
    .innerJoin('organisation as provider', 'provider.id', 'r.providerOrganisationId')
    .innerJoin('organisation as referrer', 'referrer.id', 'r.referrerOrganisationId')
    .innerJoin('person as creator', 'creator.id', 'r.createdBy')
    .leftJoin('person as assessor', 'assessor.id', 'r.assessorId')
    .leftJoin('referralNote as n', 'n.id', 'r.id')
    .leftJoin('personCase as c', 'c.id', 'r.caseId')
    .leftJoin('readableDue as due', 'due.referralId', 'r.id')
    .leftJoinLateral(releaseOf(trx, 'r.caseId'), on => on.onTrue())
    .select(['r.id', 'r.reference', 'r.caseId', 'r.serviceId', 'r.state', 'r.version', 'r.agreedTier'])
    .select(situationOf('r'))
    .select(['r.referrerOrganisationId', 'r.providerOrganisationId', 'r.resumeState', 'r.previousReferralId'])
    .select([
      'r.createdAt',
      'r.submittedAt',
      'r.stateChangedAt',
      'due.dueAt',
      'r.closedAt',
      'r.detailsDeletedOn',
    ])
    .select(['r.assessorId', 'r.assessmentAt', 'r.assessmentMethod', 'r.requestedItems'])
    .select([
      'r.eligibilityOutcome',
      'n.note as justification',
      'n.tier as justificationTier',
      'r.primaryReason',
      'r.otherReasons',
    ])
    .select(['service.name as serviceName', 'service.kind as serviceKind', 'service.phone as servicePhone'])
    .select([
      'provider.name as providerName',
      'referrer.name as referrerName',
      'referrer.phone as referrerPhone',
    ])
    .select(['r.createdBy', 'creator.name as createdByName', 'assessor.name as assessorName'])
    .select([
      'c.reference as caseReference',
      'c.releaseConfidence',
      'c.releaseVersion',
      'readableRelease.releaseOn',
      'readableRelease.releaseUntil',
    ])
    .where('r.id', '=', id)
    .executeTakeFirst()
}
