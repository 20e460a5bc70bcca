import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '@db/viewer-transaction'
import { saveTopic } from '@tests/factories/changed-referral'
import { createReferralWorld, form, type ReferralWorld } from '@tests/factories/referral-world'
import { findCaseFor } from '../../screens/case/facts.server'
import { carriedFor } from '../../screens/case-carried/facts.server'
import { carriedOf } from '../case/carried/carried.server'
import type { NewCase } from '../case/record/case-form'
import { createCase } from '../case/record/create-case.server'
import { closeCase } from './close-case.server'
import { correctPerson } from './correct-person.server'
import { settleCarried } from './settle-carried.server'

const ROBIN = {
  name: 'Robin Dunnock',
  dateOfBirth: '1991-04-03',
  sex: 'woman',
  custodyStatus: 'sentenced',
  releaseConfidence: 'not_known',
  releaseOn: null,
  releaseType: 'unknown',
  homeAuthority: 'unknown',
} as const

const NOTHING_KNOWN = { arson: 'unknown', arsonYear: null, abuse: 'unknown', careLeaver: 'unknown' }

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

function officer() {
  return world.viewers.lowNewtonOfficer
}

async function open(prisonNumber: string, viewer = officer()) {
  const input: NewCase = { ...ROBIN, prisonNumber, anotherPerson: `yes ${prisonNumber}` }
  const made = await createCase(world.app, viewer, input, form())
  if (!made.ok) throw new Error(made.reason)
  return made.caseId
}

/** The second episode of somebody who answered these in her first, which the team of Low Newton closed. */
async function returned(
  number: string,
  reason: 'housed' | 'opened_by_mistake' = 'housed',
  viewer = officer(),
) {
  const first = await open(number)
  await saveTopic(world, first, 'risk', { arson: 'conviction', arsonYear: 2019 })
  await saveTopic(world, first, 'household', {
    childrenPlan: 'visits',
    children: [{ age: { min: 3, max: 3 }, sex: 'boy' }],
    pregnancy: 'yes',
  })
  await saveTopic(world, first, 'safety', { abuse: 'past' })
  await saveTopic(world, first, 'needs', { careLeaver: 'no' })
  const closing = { reason, note: null, notKnown: 'yes' } as const
  const closed = await closeCase(world.app, officer(), { caseId: first, version: 1 }, closing, form())
  expect(closed).toEqual({ ok: true })
  return open(number, viewer)
}

async function factsOf(caseId: string) {
  return (await findCaseFor(world.app, officer(), caseId))?.facts
}

async function waiting(caseId: string, viewer = officer()) {
  const page = await carriedFor(world.app, viewer, caseId)
  return page?.lines.map(({ field, answer }) => `${field}: ${answer}`)
}

describe('whose answers are offered', () => {
  const newcomer = (number: string, change: Partial<NewCase>) =>
    createCase(
      world.app,
      officer(),
      { ...ROBIN, prisonNumber: number, anotherPerson: `yes ${number}`, ...change },
      form(),
    )

  async function closedOnce(number: string) {
    const first = await open(number)
    await saveTopic(world, first, 'safety', { abuse: 'past' })
    const closing = { reason: 'housed', note: null, notKnown: 'yes' } as const
    await closeCase(world.app, officer(), { caseId: first, version: 1 }, closing, form())
  }

  it.each([
    ['the date of birth agrees, and the name is another', 'T4101AA', { name: 'Hazel Heron' }],
    [
      'the folded name agrees, and the date of birth is another',
      'T4102AA',
      { name: 'ROBIN dúnnock', dateOfBirth: '1990-04-03' },
    ],
    ['one word of the name alone is given', 'T4103AA', { name: 'Dunnock', dateOfBirth: '1990-04-03' }],
  ])('is hers, where %s', async (_, number, change) => {
    await closedOnce(number)
    const made = await newcomer(number, change)
    if (!made.ok) throw new Error(made.reason)
    expect(await waiting(made.caseId)).toEqual(['abuse: In the past'])
  })

  it('is asked where neither agrees, of another prison’s case too, and nothing of it is told', async () => {
    await closedOnce('T4104AA')
    const other = { name: 'Hazel Heron', dateOfBirth: '1990-04-03' }
    const unsaid = { ok: false, reason: 'same_person_unsaid' }
    expect(await newcomer('T4104AA', other)).toEqual(unsaid)
    const { durhamOfficer } = world.viewers
    const there: NewCase = { ...ROBIN, ...other, sex: 'man', prisonNumber: 'T4104AA' }
    expect(await createCase(world.app, durhamOfficer, there, form())).toEqual(unsaid)
    const no = await newcomer('T4104AA', { ...other, samePerson: 'no T4104AA' })
    if (!no.ok) throw new Error(no.reason)
    expect((await asViewer(world.app.db, officer(), trx => carriedOf(trx, no.caseId))).fields).toEqual([])
  })

  it('is hers where that is said', async () => {
    await closedOnce('T4105AA')
    const other = { name: 'Hazel Heron', dateOfBirth: '1990-04-03', samePerson: 'yes T4105AA' } as const
    const made = await newcomer('T4105AA', other)
    if (!made.ok) throw new Error(made.reason)
    expect(await waiting(made.caseId)).toEqual(['abuse: In the past'])
  })

  it('is asked again of a number that was mended after it was said, and nothing is carried by the answer of the other', async () => {
    await closedOnce('T4106AA')
    await closedOnce('T4107AA')
    const said = { name: 'Hazel Heron', dateOfBirth: '1990-04-03', samePerson: 'yes T4106AA' } as const
    expect(await newcomer('T4107AA', said)).toEqual({ ok: false, reason: 'same_person_unsaid' })
    const made = await newcomer('T4107AA', { ...said, samePerson: 'no T4107AA' })
    if (!made.ok) throw new Error(made.reason)
    expect((await asViewer(world.app.db, officer(), trx => carriedOf(trx, made.caseId))).fields).toEqual([])
  })
})

const press = (caseId: string, choice: { confirm?: string; drop?: string }, viewer = officer()) =>
  settleCarried(world.app, viewer, caseId, choice as never, form())

describe('a woman who returns', () => {
  it('starts from her last answers, none of which is an answer until it is confirmed', async () => {
    const caseId = await returned('R1001AB')
    expect(await waiting(caseId)).toEqual([
      'childrenPlan: Children will visit',
      'children: Boy, 3',
      'careLeaver: No',
      'arson: A conviction',
      'arsonYear: 2019',
      'abuse: In the past',
    ])
    expect(await factsOf(caseId)).toMatchObject({ ...NOTHING_KNOWN, pregnancy: 'unknown', children: null })
    expect((await carriedFor(world.app, officer(), caseId))?.from).toContain('closed on 1 February 2027')
  })

  it('has each confirmed, with what it hangs on, changed or dropped, once', async () => {
    const caseId = await returned('R1002AB')
    expect(await press(caseId, { confirm: 'arsonYear' })).toEqual({ ok: true, settled: 2, left: 4 })
    expect(await factsOf(caseId)).toMatchObject({ ...NOTHING_KNOWN, arson: 'conviction', arsonYear: 2019 })
    expect(await press(caseId, { confirm: 'arson' })).toEqual({ ok: false, reason: 'gone' })
    expect(await press(caseId, { drop: 'abuse' })).toEqual({ ok: true, settled: 1, left: 3 })
    expect(await factsOf(caseId)).toMatchObject({ abuse: 'unknown' })
    await saveTopic(world, caseId, 'needs', { careLeaver: 'yes', veteran: 'unknown' })
    expect(await waiting(caseId)).toEqual(['childrenPlan: Children will visit', 'children: Boy, 3'])
    const kept = await world.database.owner
      .selectFrom('caseCarried')
      .select(['field', 'settledAs', 'value'])
      .where('caseId', '=', caseId)
      .where('settledAs', 'is not', null)
      .orderBy('field')
      .execute()
    expect(kept).toEqual([
      { field: 'abuse', settledAs: 'dropped', value: null },
      { field: 'arson', settledAs: 'confirmed', value: null },
      { field: 'arsonYear', settledAs: 'confirmed', value: null },
      { field: 'careLeaver', settledAs: 'changed', value: null },
    ])
  })

  it('has all confirmed at once but what was true then alone: children grow', async () => {
    const caseId = await returned('R1003AB')
    expect(await press(caseId, { confirm: 'all' })).toEqual({ ok: true, settled: 5, left: 1 })
    expect(await factsOf(caseId)).toMatchObject({ arson: 'conviction', abuse: 'past', children: null })
    expect(await waiting(caseId)).toEqual(['children: Boy, 3'])
  })

  it('waits on where the topic is saved and the question is still not known', async () => {
    const caseId = await returned('R1004AB')
    await saveTopic(world, caseId, 'risk', { arson: 'unknown', curfew: 'no' })
    expect(await waiting(caseId)).toContain('arson: A conviction')
  })

  it('brings nothing from a case that was opened by mistake', async () => {
    expect(await waiting(await returned('R1005AB', 'opened_by_mistake'))).toEqual([])
  })

  it('brings her answers to another prison, and that is audited', async () => {
    const { durhamOfficer } = world.viewers
    const caseId = await returned('R1006AB', 'housed', durhamOfficer)
    expect(await waiting(caseId, durhamOfficer)).toHaveLength(6)
    const rows = await world.database.owner
      .selectFrom('auditEntry')
      .select(['personId', 'detail'])
      .where('action', '=', 'case.carry')
      .where('subjectId', '=', caseId)
      .execute()
    expect(rows).toEqual([{ personId: durhamOfficer.personId, detail: { answers: 6 } }])
    expect(await press(caseId, { confirm: 'all' }, durhamOfficer)).toMatchObject({ ok: true })
  })

  it('is nobody else’s to read, confirm or drop', async () => {
    const caseId = await returned('R1007AB')
    const { durhamOfficer, firstManager } = world.viewers
    for (const viewer of [durhamOfficer, firstManager]) {
      expect(await carriedFor(world.app, viewer, caseId)).toBeNull()
      expect(await press(caseId, { confirm: 'all' }, viewer)).toEqual({ ok: false, reason: 'not_found' })
      const read = await asViewer(world.app.db, viewer, trx => carriedOf(trx, caseId))
      expect(read.fields).toEqual([])
    }
    expect(await waiting(caseId)).toHaveLength(6)
  })
})

it('drops what came by a number that was wrong: it may be another woman’s', async () => {
  const caseId = await returned('R1099AB')
  expect((await waiting(caseId))?.length).toBeGreaterThan(0)
  const { name, dateOfBirth, sex, homeAuthority } = ROBIN
  const person = {
    ...{
      name,
      dateOfBirth,
      sex,
      homeAuthority,
      crn: null,
      openElsewhere: null,
      anotherPerson: 'yes R1098AB',
    },
    prisonNumber: 'R1098AB',
  }
  const version = (await findCaseFor(world.app, officer(), caseId))?.version ?? 0
  const done = await correctPerson(world.app, officer(), { caseId, version, person, passOn: {} }, form())
  expect(done).toMatchObject({ ok: true })
  expect(await waiting(caseId)).toEqual([])
})
