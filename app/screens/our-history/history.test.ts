import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SignedInViewer } from '@db/viewer'
import { domainContext } from '@tests/factories/domain-context'
import { addMember, addOrganisation } from '@tests/factories/organisation'
import { form } from '@tests/factories/referral-world'
import { addService } from '@tests/factories/service'
import { createTestDatabase, setDatabaseClock, type TestDatabase } from '@tests/support/database'
import type { DomainContext } from '~/domain/context'
import { statePolicyTopic } from '~/domain/policy/state-policy.server'
import { changeRoom } from '~/domain/vacancy/rooms/change-room.server'
import { entryHistoryFor } from './facts.server'

let database: TestDatabase
let app: DomainContext
let manager: SignedInViewer
let serviceId: string
let rooms: string[]

beforeAll(async () => {
  database = await createTestDatabase()
  app = domainContext(database, new Date('2027-02-01T09:00:00Z'))
  const provider = await addOrganisation(database.owner, { kind: 'provider' })
  manager = await addMember(database.owner, provider, 'provider_manager')
  const made = { organisationId: provider, bedspaces: 2, policy: { sex: 'men', ageMin: 18 } }
  ;({ id: serviceId, bedspaceIds: rooms } = await addService(database.owner, made))
})
afterAll(() => database.drop())

async function change(bedspaceId: string, version: number, name: string, rent: number) {
  const facts = {
    ...({ type: 'self_contained', sex: null, wheelchair: null, note: null } as const),
    ...{ rentWeeklyPence: rent, serviceChargeWeeklyPence: null },
  } as const
  expect(await changeRoom(app, manager, { bedspaceId, version, name, facts }, form())).toMatchObject({
    ok: true,
  })
}

async function lines(page = 1) {
  const history = await entryHistoryFor(app, manager, { serviceId, page })
  return { paging: history?.paging, lines: history?.changes.flatMap(each => each.lines) ?? [] }
}

describe('the history of an entry', () => {
  it('names the room of each change, and says what was stated of the policy, the latest first', async () => {
    const [first = '', second = ''] = rooms
    await setDatabaseClock(database, new Date('2027-02-01T09:00:00Z'))
    await change(first, 1, 'Room 1', 8_500)
    await setDatabaseClock(database, new Date('2027-02-02T09:00:00Z'))
    await change(second, 1, 'Garden room', 9_000)
    await setDatabaseClock(database, new Date('2027-02-03T09:00:00Z'))
    const stated = {
      serviceId,
      topic: 'age',
      values: { ageMin: '21', ageMax: '' },
      sure: [],
      version: 1,
    } as const
    expect(await statePolicyTopic(app, manager, { ...stated, verifiesAll: true }, form())).toMatchObject({
      ok: true,
    })
    expect((await lines()).lines).toEqual([
      'Policy, Youngest age: 21 (was 18)',
      'The whole policy was verified',
      'Garden room, Name: Garden room (was Room 2)',
      'Garden room, Rent: £90 a week (was Not stated)',
      'Room 1, Rent: £85 a week (was Not stated)',
    ])
  })

  it('is paged, every change on one page', async () => {
    const [first = ''] = rooms
    for (let at = 0; at < 49; at += 1) await change(first, 2 + at, 'Room 1', 10_000 + at * 100)
    const [one, two] = [await lines(1), await lines(2)]
    expect([one.paging?.total, one.paging?.pages]).toEqual([52, 2])
    expect(one.lines.length + two.lines.length).toBe(54)
    expect(one.lines[0]).toBe('Room 1, Rent: £148 a week (was £147 a week)')
    expect(two.lines).toContain('Room 1, Rent: £85 a week (was Not stated)')
    expect((await lines(99)).lines).toEqual(two.lines)
  })
})
