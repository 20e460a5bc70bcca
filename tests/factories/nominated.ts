import type { StepEvent } from '~/domain/nomination/lifecycle'
import { nominate } from '~/domain/nomination/nominate.server'
import { takeStep } from '~/domain/nomination/take-step.server'
import { anotherCase, form, type ReferralWorld } from './referral-world'
import { addService } from './service'

/** The world begins on Monday 1 February 2027; its women leave on 8 March. */
const STARTS = '2027-02-08'
const ENDS = '2027-03-05'

export interface NamedFor {
  serviceId: string
  cohortId: string
}

/** A programme of the first provider with one run, of one place unless told. */
export async function programmeIn(
  world: ReferralWorld,
  fields: object = {},
  run: object = {},
): Promise<NamedFor> {
  const made = await addService(world.database.owner, {
    organisationId: world.viewers.firstManager.organisationId,
    kind: 'parenting_programme',
    policy: {},
    programme: { deliveredIn: ['prison'], prisonCodes: ['LNI'], childContactClearance: false, ...fields },
    cohorts: [
      {
        startsOn: STARTS,
        endsOn: ENDS,
        lastReferralOn: '2027-02-05',
        capacity: 1,
        taken: 0,
        waiting: 0,
        ...run,
      },
    ],
  })
  const cohort = await world.database.owner
    .selectFrom('cohort')
    .select('id')
    .where('serviceId', '=', made.id)
    .executeTakeFirstOrThrow()
  return { serviceId: made.id, cohortId: cohort.id }
}

/** Nominates a case, with the person's yes unless told. */
export function nameFor(
  world: ReferralWorld,
  caseId: string,
  wanted: NamedFor,
  agreed: 'yes' | 'no' = 'yes',
) {
  return nominate(world.app, world.viewers.lowNewtonOfficer, { caseId, agreed, ...wanted }, form())
}

/** One more woman, nominated. @throws when it is refused */
export async function nominatedIn(world: ReferralWorld, wanted: NamedFor): Promise<string> {
  const made = await nameFor(world, await anotherCase(world), wanted)
  if (!made.ok) throw new Error(made.reason)
  return made.nominationId
}

/** Takes a step of a nomination as it stands now. */
export async function stepOf(
  world: ReferralWorld,
  id: string,
  event: StepEvent,
  {
    viewer = world.viewers.firstWorker,
    said = {},
  }: { viewer?: ReferralWorld['viewers']['firstWorker']; said?: object } = {},
) {
  const row = await world.database.owner
    .selectFrom('nomination')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const wanted = { nominationId: id, version: row.version, event, leftReason: null, licence: null, ...said }
  return takeStep(world.app, viewer, wanted, form())
}

/** Where a nomination stands, why it was left, and how many places of its run are taken and waited for. */
export async function standingOf(world: ReferralWorld, id: string) {
  const row = await world.database.owner
    .selectFrom('nomination as n')
    .leftJoin('cohort as c', 'c.id', 'n.cohortId')
    .select(['state', 'leftReason', 'taken', 'waiting'])
    .where('n.id', '=', id)
    .executeTakeFirstOrThrow()
  return [row.state, row.leftReason, row.taken, row.waiting]
}
