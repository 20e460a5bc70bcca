import { newId } from '@db/id'
import { addDays, londonDay } from '~/domain/time/calendar'
import type { TestDatabase } from '../support/database'
import { withAppFactor } from '../support/sign-in'
import { EDITORS } from './access-table/access-rows'
import type { AccessWorld, Member } from './access-world'

/** A page that draws its form in another state of things than the access table asks for it in. */
export interface StatedPlace {
  route: string
  address: string
  prepare(): Promise<unknown>
  /** Who may send its form, where the access table has no such place. */
  may?: readonly Member[]
}

const asItIs = () => Promise.resolve()

/** Pages of a case that is open, or closed, and of what has something to be done with. */
export function statedPlaces({ owner }: Pick<TestDatabase, 'owner'>, world: AccessWorld): StatedPlace[] {
  const { caseId, idleCaseId, closedCaseId, serviceId, hiddenServiceId, programmeId, bedspaceId } = world
  const applicationId = newId()
  return [
    { route: 'routes/case', address: `/cases/${closedCaseId}`, prepare: asItIs },
    { route: 'routes/case-close', address: `/cases/${idleCaseId}/close`, prepare: asItIs },
    { route: 'routes/case/closing', address: `/cases/${closedCaseId}/closing`, prepare: asItIs },
    { route: 'routes/case-refer', address: `/cases/${idleCaseId}/refer/${serviceId}`, prepare: asItIs },
    {
      route: 'routes/case/nominate',
      address: `/cases/${idleCaseId}/nominate/${programmeId}`,
      prepare: asItIs,
    },
    {
      route: 'routes/case/check',
      address: `/cases/${caseId}/checks/council-notice`,
      prepare: () => releaseIn(owner, caseId, 20),
    },
    { route: 'routes/room/count', address: `/our-services/${hiddenServiceId}/rooms/count`, prepare: asItIs },
    {
      route: 'routes/vacancy-stay',
      address: `/vacancies/${bedspaceId}/stay`,
      prepare: () => stayIn(owner, bedspaceId),
    },
    {
      route: 'routes/room/rooms',
      address: `/our-services/${hiddenServiceId}/rooms`,
      prepare: () => secondRoom(owner, hiddenServiceId),
    },
    {
      route: 'routes/people/reset-factor',
      address: `/people/${world.silentMembershipId}/second-factor`,
      prepare: () => factorOf(owner, world.silentMembershipId),
    },
    {
      route: 'routes/organisations/application',
      address: `/organisations/applications/${applicationId}`,
      prepare: () => application(owner, applicationId),
      may: EDITORS,
    },
  ]
}

type Owner = TestDatabase['owner']

function releaseIn(owner: Owner, caseId: string, days: number): Promise<unknown> {
  const releaseOn = addDays(londonDay(new Date()), days)
  return owner
    .updateTable('personCase')
    .set({ releaseOn, releaseConfidence: 'firm' })
    .where('id', '=', caseId)
    .execute()
}

function stayIn(owner: Owner, bedspaceId: string): Promise<unknown> {
  const stay = { id: newId(), bedspaceId, during: '[2026-01-01,)', kind: 'occupied' }
  return owner.insertInto('bedspaceClaim').values(stay).execute()
}

function secondRoom(owner: Owner, serviceId: string): Promise<unknown> {
  const room = { id: newId(), serviceId, name: 'A second room', type: 'shared', position: 2 }
  return owner.insertInto('bedspace').values(room).execute()
}

async function factorOf(owner: Owner, membershipId: string): Promise<unknown> {
  const { personId } = await owner
    .selectFrom('membership')
    .select('personId')
    .where('id', '=', membershipId)
    .executeTakeFirstOrThrow()
  return withAppFactor(owner, personId)
}

function application(owner: Owner, id: string): Promise<unknown> {
  const applicant = { applicantName: 'Somebody', applicantEmail: 'somebody@applies.example' }
  const asked = { id, name: 'New Start', kind: 'provider', runs: 'Two houses', createdAt: new Date() }
  return owner
    .insertInto('organisationApplication')
    .values({ ...asked, ...applicant })
    .execute()
}
