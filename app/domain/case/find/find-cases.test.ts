import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  anotherCase,
  createReferralWorld,
  form,
  type ReferralWorld,
  submitted,
} from '@tests/factories/referral-world'
import { closeCase } from '../../casework/close-case.server'
import { correctPerson } from '../../casework/correct-person.server'
import { createCase } from '../record/create-case.server'
import { findCases } from './find-cases.server'
import { markNames } from './mark-names.server'

const REST = {
  dateOfBirth: '1991-04-03',
  sex: 'woman',
  custodyStatus: 'sentenced',
  releaseConfidence: 'not_known',
  releaseOn: null,
  releaseType: 'unknown',
  homeAuthority: 'unknown',
} as const

const ZOE = 'Zoë O’Shea-Łuczak'
const PEOPLE = { [ZOE]: 'F1001AB', 'Anne Marie McKay': 'F1002AB', 'Li Ng': 'F1003AB', 'Ann Marsh': 'F1004AB' }

let world: ReferralWorld
let zoe = ''
beforeAll(async () => {
  world = await createReferralWorld()
  for (const [name, prisonNumber] of Object.entries(PEOPLE)) {
    const made = await createCase(world.app, officer(), { ...REST, name, prisonNumber }, form())
    if (!made.ok) throw new Error(made.reason)
    if (name === ZOE) zoe = made.caseId
  }
})
afterAll(() => world.database.drop())

function officer() {
  return world.viewers.lowNewtonOfficer
}

async function found(words: string, viewer = officer()) {
  return (await findCases(world.app, viewer, words)).cases.map(({ name }) => name).sort()
}

describe('finding a case', () => {
  it.each([
    ['zoe', [ZOE]],
    ['ZOË', [ZOE]],
    ['o’shea', [ZOE]],
    ['O Shea', [ZOE]],
    ['oshea', [ZOE]],
    ['shea', [ZOE]],
    ['luczak, zoe', [ZOE]],
    ['mckay', ['Anne Marie McKay']],
    ['Mc Kay', ['Anne Marie McKay']],
    ['ann mar', ['Ann Marsh', 'Anne Marie McKay']],
    ['anne', ['Anne Marie McKay']],
    ['marie anne', ['Anne Marie McKay']],
    ['li', ['Li Ng']],
    ['ng', ['Li Ng']],
    ['F1001AB', [ZOE]],
    ['f 1001 ab', [ZOE]],
    ['luczek', [ZOE]],
    ['zoe luczk', [ZOE]],
    ['marhs', ['Ann Marsh']],
    ['mckays', ['Anne Marie McKay']],
    ['ann mrash', ['Ann Marsh']],
    ['marie mkcay', ['Anne Marie McKay']],
    ['zoe liczak', [ZOE]],
    ['mrash', ['Ann Marsh']],
    ['msrsh', ['Ann Marsh']],
    ['mrsh', []],
    ['lczak', [ZOE]],
    ['luuczak', [ZOE]],
    ['lcuzak', [ZOE]],
    ['kuczak', []],
    ['mari mckay', ['Anne Marie McKay']],
    ['anni marsh', ['Ann Marsh']],
    ['zoey marsh', []],
    ['ann mrahs', []],
    ['ann narsh', []],
    ['marxx', []],
    ['lucsek', []],
    ['zoo luczek', []],
    ['zoe mckay', []],
    ['lucy', []],
    ['F1001AC', []],
    ['F1001', []],
    ['!', []],
  ])('by %s', async (words, names) => {
    expect(await found(words)).toEqual(names)
  })

  it('finds those that are closed, by CRN too, and by the name as it is corrected', async () => {
    const person = {
      ...REST,
      name: 'Zoë Ward',
      prisonNumber: 'F1001AB',
      crn: 'X123456',
      openElsewhere: null,
      anotherPerson: null,
    }
    const correction = { caseId: zoe, version: 1, person, passOn: {} }
    expect(await correctPerson(world.app, officer(), correction, form())).toMatchObject({ ok: true })
    expect(await found('x123456')).toEqual(['Zoë Ward'])
    expect(await found('shea')).toEqual([])
    const closing = { reason: 'housed', note: null, notKnown: 'yes' } as const
    await closeCase(world.app, officer(), { caseId: zoe, version: 2 }, closing, form())
    expect(await findCases(world.app, officer(), 'ward')).toMatchObject({
      cases: [{ id: zoe, closedOn: world.today }],
      isMore: false,
      isNearly: false,
    })
  })

  it('finds a case by its reference and by that of a referral of it, for its own team alone', async () => {
    const caseId = await anotherCase(world)
    const { referralId } = await submitted(world, 'womensHouse', caseId)
    const { owner } = world.database
    const of = async (table: 'personCase' | 'referral', id: string) =>
      (await owner.selectFrom(table).select('reference').where('id', '=', id).executeTakeFirstOrThrow())
        .reference
    const references = [await of('personCase', caseId), await of('referral', referralId)]
    for (const each of references)
      for (const typed of [each, each.toLowerCase(), each.replace('-', ''), each.replace('-', ' - ')])
        expect(await found(typed), typed).toEqual(['Wren Siskin'])
    for (const each of references) expect(await found(each, world.viewers.durhamOfficer)).toEqual([])
    expect(await found('C-99999')).toEqual([])
  })

  it('leaves a row in the audit for each who was found, and none for who was not', async () => {
    const rows = () =>
      world.database.owner
        .selectFrom('auditEntry')
        .select(['personId', 'subjectId'])
        .where('action', '=', 'case.find')
        .execute()
    const before = (await rows()).length
    await found('li')
    await found('lucy')
    const after = await rows()
    expect(after).toHaveLength(before + 1)
    expect(after.at(-1)?.personId).toBe(officer().personId)
  })

  it('finds nothing for another prison or a provider', async () => {
    const { durhamOfficer, firstManager } = world.viewers
    for (const viewer of [durhamOfficer, firstManager])
      for (const words of ['li', 'F1003AB']) expect(await found(words, viewer)).toEqual([])
  })
})

describe('the marks of names', () => {
  it('tell no name, and are others for the same name at another prison', async () => {
    const { owner } = world.database
    const marksOf = async (organisationId: string) =>
      (
        await owner
          .selectFrom('caseNameMark')
          .select('mark')
          .where('organisationId', '=', organisationId)
          .execute()
      ).map(({ mark }) => mark.toString('hex'))
    const { durhamOfficer } = world.viewers
    const same = { ...REST, name: 'Li Ng', prisonNumber: 'F1009AB' }
    await createCase(world.app, durhamOfficer, same, form())
    const own = await marksOf(officer().organisationId)
    const others = await marksOf(durhamOfficer.organisationId)
    expect(own.length).toBeGreaterThan(4)
    expect(others.filter(mark => own.includes(mark))).toEqual([])
    const plain = Buffer.from(own.join(''), 'hex').toString('latin1').toLowerCase()
    expect(plain).not.toMatch(/zoe|mckay|marsh/)
  })

  it('are made by the worker for names that were kept before there were any', async () => {
    await world.database.owner.deleteFrom('caseNameMark').execute()
    expect(await found('marsh')).toEqual([])
    const failed: unknown[] = []
    await markNames(world.worker, error => failed.push(error))
    expect(failed).toEqual([])
    expect(await found('marsh')).toEqual(['Ann Marsh'])
    expect(await markNames(world.worker, error => failed.push(error))).toBe(0)
  })
})
