import { sql } from 'kysely'
import { newId } from '@db/id'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { addMember, addOrganisation } from '@tests/factories/organisation'
import { domainContext } from '@tests/factories/domain-context'
import { form } from '@tests/factories/referral-world'
import { addService } from '@tests/factories/service'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { keptPolicy } from './kept-policy.server'
import { POLICY_FIELD_NAMES, policyField } from './policy-fields'
import { policyHistory } from './policy-history.server'
import { POLICY_TOPIC_CODES, policyTopic } from './policy-topics'
import { statePolicyTopic, type StatedTopic, verifyPolicy } from './state-policy.server'

const NOW = new Date('2027-02-01T09:00:00Z')
const EARLIER = new Date('2026-12-01T09:00:00Z')

let database: TestDatabase
let people: Record<'manager' | 'worker' | 'stranger' | 'council' | 'editor' | 'officer', SignedInViewer>
let provider: string
let serviceId: string

beforeAll(async () => {
  database = await createTestDatabase(NOW)
  const { owner } = database
  provider = await addOrganisation(owner, { kind: 'provider' })
  const other = await addOrganisation(owner, { kind: 'provider' })
  const council = await addOrganisation(owner, { kind: 'council', authorityCode: 'E08000021' })
  const region = await addOrganisation(owner, { kind: 'region' })
  const prison = await addOrganisation(owner)
  people = {
    manager: await addMember(owner, provider, 'provider_manager'),
    worker: await addMember(owner, provider, 'provider_worker'),
    stranger: await addMember(owner, other, 'provider_manager'),
    council: await addMember(owner, council, 'council_officer'),
    editor: await addMember(owner, region, 'editor'),
    officer: await addMember(owner, prison, 'officer'),
  }
})
afterAll(() => database.drop())
beforeEach(async () => {
  const policy = { sex: 'women', ageMin: 18, children: { rule: 'none' } }
  const made = { organisationId: provider, policy, policyNotes: ['No cars'], verifiedAt: EARLIER }
  serviceId = (await addService(database.owner, made)).id
})

function state(who: SignedInViewer, stated: Partial<StatedTopic>) {
  const whole = {
    serviceId,
    topic: 'age',
    values: {},
    sure: [],
    verifiesAll: false,
    version: 1,
    ...stated,
  } as const
  return statePolicyTopic(domainContext(database, NOW), who, whole, form())
}

async function kept(who = people.manager) {
  const found = await keptPolicy(database.app, who, serviceId)
  if (!found) throw new Error('nothing kept')
  return found
}

describe('stating a topic of a policy', () => {
  it('changes that topic alone, and leaves what was with who and when in the history', async () => {
    const done = await state(people.manager, {
      topic: 'children',
      values: { children: 'live_in', childrenMost: '2', childrenHighestAge: '7' },
    })
    expect(done).toEqual({ ok: true, isChanged: true, hidesPlaces: false, hasOpen: false })
    const { policy, notes, version, verified } = await kept()
    expect(policy).toMatchObject({
      sex: 'women',
      ageMin: 18,
      children: { rule: 'live_in', most: 2, highestAge: 7, boysHighestAge: null },
    })
    expect({ notes, version, verified }).toEqual({
      notes: ['No cars'],
      version: 2,
      verified: { at: EARLIER, by: null, byLink: false },
    })
    const [latest] = await policyHistory(database.app, people.manager, serviceId)
    expect(latest).toMatchObject({
      isVerified: false,
      changes: [
        { label: 'Children', from: 'No children at all', to: 'Yes' },
        { label: 'Most children', from: 'not stated', to: '2' },
        { label: 'Highest age of children', from: 'not stated', to: '7' },
      ],
    })
    expect(latest?.by).toMatch(/^provider_manager/)
  })

  it('verifies the whole where the rest was looked at too, and by one button', async () => {
    expect(await state(people.editor, { values: { ageMin: '21' }, verifiesAll: true })).toMatchObject({
      ok: true,
    })
    expect((await kept()).verified?.at).toEqual(NOW)
    expect((await kept()).verified?.by).toMatch(/^editor/)
    const seen = { serviceId, version: 2 }
    expect(await verifyPolicy(domainContext(database, NOW), people.manager, seen, form())).toMatchObject({
      ok: true,
    })
    expect((await kept()).verified?.by).toMatch(/^provider_manager/)
    expect(await verifyPolicy(domainContext(database, NOW), people.manager, seen, form())).toEqual({
      ok: false,
      reason: 'stale',
    })
  })

  it('refuses what contradicts itself, asks what hardly goes together, and changes nothing', async () => {
    expect(await state(people.manager, { values: { ageMin: '40', ageMax: '30' } })).toMatchObject({
      reason: 'wrong',
      wrong: { ageMin: 'The youngest age is above the oldest, so nobody would fit. Change one of them' },
      asked: [],
    })
    const couples = { topic: 'couples', values: { couple: 'yes' } } as const
    expect(await state(people.manager, couples)).toMatchObject({
      reason: 'wrong',
      asked: [{ code: 'couples_one_sex', text: 'Yes, couples of that one sex' }],
    })
    expect((await kept()).version).toBe(1)
    expect(await state(people.manager, { ...couples, sure: ['couples_one_sex'] })).toEqual({
      ok: true,
      isChanged: true,
      hidesPlaces: false,
      hasOpen: false,
    })
    // An old fault elsewhere stops nobody.
    expect(await state(people.manager, { values: { ageMin: '19' }, version: 2 })).toMatchObject({ ok: true })
  })

  it('verifies nothing where no rule is stated, by one button or with a topic, and says so', async () => {
    await database.owner
      .updateTable('servicePolicy')
      .set({ criteria: JSON.stringify({ sexNote: 'By floor' }) })
      .where('serviceId', '=', serviceId)
      .execute()
    const seen = { serviceId, version: (await kept()).version }
    const app = domainContext(database, NOW)
    expect(await verifyPolicy(app, people.manager, seen, form())).toEqual({
      ok: false,
      reason: 'nothing_stated',
    })
    expect(await state(people.manager, { values: { ageMin: '' }, verifiesAll: true })).toEqual({
      ok: false,
      reason: 'nothing_stated',
    })
    expect(await kept()).toMatchObject({ version: seen.version, verified: { at: EARLIER } })
    expect(await state(people.manager, { values: { ageMin: '21' }, verifiesAll: true })).toMatchObject({
      ok: true,
    })
  })

  it('takes one sex alone only where no room in use is for others', async () => {
    const room = { id: newId(), serviceId, name: 'Room for men', type: 'shared', sex: 'men' }
    await database.owner
      .updateTable('servicePolicy')
      .set({ criteria: JSON.stringify({ sex: 'mixed' }) })
      .where('serviceId', '=', serviceId)
      .execute()
    await database.owner.insertInto('bedspace').values(room).execute()
    const women = { topic: 'who', values: { sex: 'women', onlyFor: [] } } as const
    expect(await state(people.manager, women)).toMatchObject({
      reason: 'wrong',
      wrong: { sex: expect.stringContaining('It has rooms that are for others') as string },
      asked: [],
    })
    await database.owner.updateTable('bedspace').set({ retiredAt: NOW }).where('id', '=', room.id).execute()
    expect(await state(people.manager, women)).toMatchObject({ ok: true })
  })

  it('is refused where somebody was first, and writes nothing where nothing differs', async () => {
    expect(await state(people.manager, { values: { ageMin: '18' } })).toEqual({
      ok: true,
      isChanged: false,
      hidesPlaces: false,
      hasOpen: false,
    })
    expect((await kept()).version).toBe(1)
    const both = await Promise.all([
      state(people.manager, { values: { ageMin: '20' } }),
      state(people.editor, { values: { ageMin: '22' } }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: 'stale' })
  })

  it('begins a policy where nothing was stated, and one that cannot be read anew', async () => {
    serviceId = (await addService(database.owner, { organisationId: provider })).id
    expect(await state(people.manager, { values: { ageMin: '18' }, version: 0 })).toMatchObject({ ok: true })
    expect((await kept()).policy.ageMin).toBe(18)
    serviceId = (await addService(database.owner, { organisationId: provider, policy: { sex: 7 } })).id
    expect((await kept()).isUnreadable).toBe(true)
    expect(await state(people.manager, { values: { ageMin: '18' } })).toMatchObject({ ok: true })
    expect(await kept()).toMatchObject({ isUnreadable: false, policy: { sex: null, ageMin: 18 } })
  })

  it.each(['worker', 'stranger', 'council', 'officer'] as const)(
    'is nothing a %s can do, by the page or in the database',
    async who => {
      expect(await state(people[who], { values: { ageMin: '99' } })).toEqual({
        ok: false,
        reason: 'not_found',
      })
      const rows = await asViewer(database.app, people[who], async trx => {
        const { rows: written } = await sql`
          update service_policy set notes = '{gone}' where service_id = ${serviceId} returning version`.execute(
          trx,
        )
        return written
      })
      expect(rows).toEqual([])
      expect((await kept()).notes).toEqual(['No cars'])
    },
  )

  it('corrects every answer there is, and the history holds what each said before', async () => {
    const said = new Set<string>()
    for (const [at, values] of [FIRST, SECOND].entries()) {
      for (const topic of POLICY_TOPIC_CODES) {
        const of = policyTopic(topic).fields.map(name => [name, values[name] ?? ''] as const)
        const version = (await kept()).version
        const sure = ['unspent', 'injecting', 'couples_one_sex', 'nrpf_benefit', 'wheelchair_step']
        const done = await state(people.manager, { topic, values: Object.fromEntries(of), sure, version })
        expect(done, `${topic} ${at}`).toMatchObject({ ok: true })
      }
    }
    for (const { changes } of await policyHistory(database.app, people.manager, serviceId))
      for (const { label, from } of changes) if (from !== 'not stated') said.add(label)
    expect([...said].sort()).toEqual(POLICY_FIELD_NAMES.map(name => policyField(name).label).sort())
  })
})

type Typed = Partial<Record<(typeof POLICY_FIELD_NAMES)[number], string | string[]>>

const FIRST: Typed = {
  sex: 'mixed',
  sexNote: 'women upstairs',
  onlyFor: ['veterans'],
  ageMin: '20',
  ageMax: '60',
  peopleFromPrison: 'yes',
  convictions: 'none_within',
  convictionsMonths: '3',
  arson: 'after_years',
  arsonYears: '4',
  sexualOffence: 'never',
  offencesAgainstChildren: 'never',
  domesticAbusePerpetrator: 'never',
  violence: 'low',
  violenceAbove: 'older',
  violenceYears: '3',
  violenceTowards: ['staff'],
  rosh: 'medium',
  roshAbove: 'never',
  recovery: 'yes',
  ost: 'yes',
  active: 'no',
  injecting: 'no',
  children: 'live_in',
  childrenMost: '1',
  childrenHighestAge: '9',
  boysHighestAge: '5',
  pregnancy: 'to_week',
  pregnancyToWeek: '28',
  couple: 'case_by_case',
  pets: 'no',
  wheelchair: 'yes',
  levelAccess: 'yes',
  lift: 'no',
  stairs: 'no',
  localConnection: 'required',
  nrpf: 'no',
  funding: ['council'],
  arrearsLimit: '100',
  weeklyCharge: '9',
  curfew: 'yes',
  supportHours: '5',
  notes: 'No cars\nNo smoking inside',
}
/** Everything is taken back. */
const SECOND: Typed = { onlyFor: [], violenceTowards: [], funding: [] }
