import type { Kysely, Selectable, Transaction } from 'kysely'
import { z } from 'zod'
import type { DB, Service } from '@db/schema'
import type { SignedInViewer, Viewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { Criterion } from '../eligibility/decision'
import { isPolicyVerified } from '../eligibility/policy-verified'
import { RULES } from '../eligibility/rules'
import { type ProgrammeShown, programmesOf } from '../programme/programme-queries.server'
import { londonDay } from '../time/calendar'
import { pathwayLabel } from './pathway'
import { type OpenSite, openSites, type ServiceCard, serviceCards } from './service-card.server'
import { serviceFactsOf } from './service-facts.server'
import { NOTHING_STATED, policiesOf } from './service-policy.server'
import { type ServiceVacancy, serviceVacancies } from './service-vacancy.server'

/** The columns of a service that anyone may read who may see it. */
const SHOWN = [
  'organisationId',
  'description',
  'visibility',
  'confidential',
  'referralRouteReason',
  'outOfHoursPhone',
  'email',
  'supportLevel',
  'staffing',
  'rentWeeklyPence',
  'serviceChargeWeeklyPence',
  'depositPence',
  'firstWeekChargePence',
  'paymentNote',
  'latestArrival',
  'maxStayWeeks',
  'languages',
  'wheelchair',
  'complexNeeds',
  'assuredOn',
  'approvedAt',
  'updatedAt',
  'version',
] as const satisfies readonly (keyof Service)[]

/** What only those who are signed in see: whom the service takes, in its own words, and what is free. */
export interface ForProfessionals {
  /** In words, 'Arson: case by case'; a criterion that is not stated says so. */
  policy: readonly { criterion: Criterion; words: string }[]
  policyNotes: readonly string[]
  policyVerifiedAt: Date | null
  isPolicyVerified: boolean
  /** Null for a service that keeps no bedspaces. */
  vacancy: ServiceVacancy | null
}

export interface ServiceDetail extends ServiceCard, Pick<Selectable<Service>, (typeof SHOWN)[number]> {
  pathways: readonly { code: string; label: string }[]
  sites: readonly OpenSite[]
  programme: ProgrammeShown | null
  forProfessionals: ForProfessionals | null
}

/** A service's own page, or null where there is none the viewer may see. */
export async function findServiceFor(
  db: Kysely<DB>,
  viewer: Viewer,
  id: string,
  now: Date,
): Promise<ServiceDetail | null> {
  if (!z.uuid().safeParse(id).success) return null
  return asViewer(db, viewer, async trx => {
    const card = (await serviceCards(trx, [id], londonDay(now))).get(id)
    if (!card) return null
    const row = await trx.selectFrom('service').select(SHOWN).where('id', '=', id).executeTakeFirstOrThrow()
    return {
      ...card,
      ...row,
      pathways: await pathwaysOf(trx, id),
      sites: (await openSites(trx, viewer, [id])).get(id) ?? [],
      programme: (await programmesOf(trx, [id], londonDay(now))).get(id) ?? null,
      forProfessionals: viewer.kind === 'member' ? await forProfessionals(trx, viewer, id, now) : null,
    }
  })
}

async function pathwaysOf(trx: Transaction<DB>, serviceId: string) {
  const rows = await trx
    .selectFrom('servicePathway')
    .select('pathway')
    .where('serviceId', '=', serviceId)
    .orderBy('pathway')
    .execute()
  return rows.map(({ pathway }) => ({ code: pathway, label: pathwayLabel(pathway) }))
}

async function forProfessionals(
  trx: Transaction<DB>,
  viewer: SignedInViewer,
  id: string,
  now: Date,
): Promise<ForProfessionals> {
  const { policy, notes, verifiedAt } = (await policiesOf(trx, [id])).get(id) ?? NOTHING_STATED
  const facts = (await serviceFactsOf(trx, viewer, [id])).get(id)
  return {
    policy: facts
      ? RULES.map(rule => ({ criterion: rule.criterion, words: rule.describePolicy(policy, facts) }))
      : [],
    policyNotes: notes,
    policyVerifiedAt: verifiedAt,
    isPolicyVerified: isPolicyVerified(verifiedAt, now),
    vacancy: (await serviceVacancies(trx, [id], now)).get(id) ?? null,
  }
}
