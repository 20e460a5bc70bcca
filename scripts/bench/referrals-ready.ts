import type { FormRequest } from '@db/idempotency'
import { newId } from '@db/id'
import { insertCase } from '~/domain/case/record/insert-case.server'
import { accountViewer } from '@db/seeds/demonstration/viewers'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '~/domain/context'
import { PersonFacts } from '~/domain/eligibility/facts'
import type { ReferralTarget } from '~/domain/referral/events/act-on-referral.server'
import { submitReferral } from '~/domain/referral/submit/submit-referral.server'
import { takeToAssess } from '~/domain/referral/events/take-to-assess/act.server'
import { addDays, londonDay } from '~/domain/time/calendar'
import type { TestDatabase } from '@tests/support/database'

/** Bedspaces a provider can offer, and referrals that wait for an offer. */
export interface ReadyToOffer {
  provider: SignedInViewer
  bedspaceId: string
  targets: ReferralTarget[]
}

const ELIGIBLE = { outcome: 'eligible', answers: [], missing: [] } as const
const RELEASED_IN_DAYS = 35

/** A form nobody has sent yet. */
export function newForm(): FormRequest {
  return { key: newId(), fingerprint: 'a form of the benchmark' }
}

/** Refers so many new cases to one service of the demonstration, and takes each to assess. */
export async function referralsReady(
  database: TestDatabase,
  app: DomainContext,
  count: number,
): Promise<ReadyToOffer> {
  const provider = accountViewer('worker.marlpit@example.org')
  const officer = accountViewer('officer.lownewton@example.org')
  const { serviceId, bedspaceId } = await bedspaceOf(database, provider)
  const targets: ReferralTarget[] = []
  for (let index = 0; index < count; index += 1) {
    const caseId = await openCase(database, app, officer, index)
    const input = {
      caseId,
      serviceId,
      agreed: true,
      agreedTier: 2,
      decision: ELIGIBLE,
      justification: null,
    } as const
    const made = await submitReferral(app, officer, input, newForm())
    if (!made.ok) throw new Error(`A referral was refused: ${made.reason}`)
    const target = { referralId: made.referralId, version: 1 }
    const taken = await takeToAssess(app, provider, target, newForm())
    if (!taken.ok) throw new Error(`Taking to assess was refused: ${taken.reason}`)
    targets.push({ ...target, version: taken.version })
  }
  return { provider, bedspaceId, targets }
}

/** A named bedspace that is taken until further notice by nobody. */
async function bedspaceOf({ owner }: TestDatabase, { organisationId }: SignedInViewer) {
  const found = await owner
    .selectFrom('bedspace')
    .innerJoin('service', 'service.id', 'bedspace.serviceId')
    .select(['service.id as serviceId', 'bedspace.id as bedspaceId'])
    .where('service.organisationId', '=', organisationId)
    .where('service.referralRoute', '=', 'here')
    .where('bedspace.named', '=', true)
    .where(bed =>
      bed.not(
        bed.exists(
          bed
            .selectFrom('bedspaceClaim as claim')
            .select('claim.id')
            .whereRef('claim.bedspaceId', '=', 'bedspace.id')
            .where('claim.active', '=', true),
        ),
      ),
    )
    .orderBy('bedspace.id')
    .executeTakeFirst()
  if (!found) throw new Error('The demonstration has no free named bedspace')
  return found
}

async function openCase(
  { owner }: TestDatabase,
  { keys, clock }: DomainContext,
  { organisationId, personId: createdBy }: SignedInViewer,
  index: number,
): Promise<string> {
  const id = newId()
  const now = clock()
  const identity = {
    prisonNumber: `T${String(index).padStart(4, '0')}BE`,
    name: 'Bench Wagtail',
    dateOfBirth: '1990-06-15',
    crn: null,
  }
  const columns = {
    organisationId,
    prisonCode: 'LNI',
    sex: 'woman',
    custodyStatus: 'sentenced',
    releaseOn: addDays(londonDay(now), RELEASED_IN_DAYS),
    releaseConfidence: 'firm',
    releaseType: 'automatic',
    homeAuthority: 'E08000021',
    createdBy,
  }
  const made = { id, identity, columns, facts: PersonFacts.parse({}) }
  await owner.transaction().execute(trx => insertCase(trx, keys, made, now))
  return id
}
