import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asViewer } from '@db/viewer-transaction'
import { newId } from '@db/id'
import { anotherCase, createReferralWorld, form, type ReferralWorld } from '@tests/factories/referral-world'
import { referredAsDecided, saveTopic } from '@tests/factories/changed-referral'
import { findCaseFor } from '../../screens/case/facts.server'
import { historyFor } from '../../screens/case-history/facts.server'
import { beforeReplaced } from '../../screens/case-status/page'
import { TOPIC_CODES, TOPICS } from '../case/answers/fact-topics'
import { strikeChange } from '../case/history/strike-change.server'
import type { NewCase } from '../case/record/case-form'
import { createCase } from '../case/record/create-case.server'
import {
  personSchema,
  type PersonCorrected,
  statusSchema,
  type StatusChange,
} from '../case/record/person-form'
import { changeStatus } from './change-status.server'
import { correctPerson } from './correct-person.server'

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

/** Every field of the form that corrects a person: what is typed, and what the history then says it was. */
const PERSON: Record<
  Exclude<keyof PersonCorrected, 'openElsewhere' | 'anotherPerson'>,
  [typed: string, label: string, was: string]
> = {
  name: ['Wren Siskin-Smith', 'Name', 'Wren Siskin'],
  prisonNumber: ['T8001AB', 'Prison number', ''],
  crn: ['X123456', 'CRN', 'Not known yet'],
  dateOfBirth: ['1990-02-03', 'Date of birth', '3 February 1991'],
  sex: ['man', 'Sex', 'Woman'],
  homeAuthority: ['outside', 'Home area', 'Newcastle upon Tyne'],
}

/** The same of the form that says how she is held, but for the day, whose moves stand apart. */
const STATUS: Record<
  Exclude<keyof StatusChange, 'how' | 'releaseOn'>,
  [typed: string, label: string, was: string]
> = {
  custodyStatus: ['recall', 'Status', 'Sentenced'],
  statusSince: ['2027-01-15', 'Status since', 'Not known yet'],
  releaseConfidence: ['likely', 'How sure the release date is', 'Firm'],
  releaseType: ['parole', 'Type of release', 'Automatic release'],
}

const YES_THEN_NO = ['yes', 'no', 'Yes'] as const
const NONE_THEN_CONCERN = ['none', 'concern', 'None'] as const

/** Every question there is: what is answered first, what it is corrected to, and what the history says it was. */
const ANSWERS: Readonly<Record<string, readonly [first: unknown, then: unknown, was: string]>> = {
  couple: YES_THEN_NO,
  childrenPlan: ['live_in', 'visits', 'Children will live with the person from the first night'],
  children: [[{ age: { min: 3, max: 3 }, sex: 'boy' }], [{ age: { min: 4, max: 4 }, sex: 'boy' }], 'Boy, 3'],
  contactPermitted: YES_THEN_NO,
  pregnancy: YES_THEN_NO,
  dueMonth: ['2027-05', '2027-06', 'May 2027'],
  pets: ['dog', 'cat', 'Dog'],
  petCouldBeFostered: [true, false, 'Yes'],
  supportNeed: ['low', 'high', 'Low: advice now and then'],
  substances: ['ost', 'recovery', 'On opioid substitution treatment (OST)'],
  injecting: ['past', 'none', 'In the past'],
  supervisedOst: YES_THEN_NO,
  accessNeeds: [['lift'], [], 'Needs a lift'],
  careLeaver: YES_THEN_NO,
  veteran: YES_THEN_NO,
  mentalHealth: YES_THEN_NO,
  learningDisability: YES_THEN_NO,
  rosh: ['low', 'medium', 'Low'],
  roshAssessedOn: ['2026-10-01', '2026-11-01', '1 October 2026'],
  arson: ['conviction', 'none', 'A conviction'],
  arsonYear: [2019, 2018, '2019'],
  sexualOffence: NONE_THEN_CONCERN,
  offencesAgainstChildren: NONE_THEN_CONCERN,
  domesticAbusePerpetrator: NONE_THEN_CONCERN,
  violence: ['low', 'medium', 'Low'],
  violenceLastYear: [2020, 2021, '2020'],
  violenceTargets: [['staff'], ['partner'], 'Staff'],
  unspentConviction: YES_THEN_NO,
  lastConvictionMonth: ['2026-03', '2026-04', 'March 2026'],
  curfew: YES_THEN_NO,
  preferredAuthorities: [['E08000024'], ['E08000021'], 'Sunderland'],
  localConnection: [[{ authority: 'E08000024', ground: 'family' }], [], 'Sunderland: close family there'],
  licenceExclusions: [
    [{ authority: 'E08000021', extent: 'part' }],
    [],
    'Newcastle upon Tyne: part of the area',
  ],
  licenceKeepAwayFrom: [['school'], [], 'A school'],
  funding: ['council', 'probation', 'The council'],
  canPayCharge: YES_THEN_NO,
  recourse: YES_THEN_NO,
  arrearsPence: [25_000, 0, '£250'],
  needsWomenOnly: YES_THEN_NO,
  abuse: ['past', 'none', 'In the past'],
  fleeingViolence: YES_THEN_NO,
  avoid: [{ authorities: ['E08000024'], serviceIds: [] }, { authorities: [], serviceIds: [] }, 'Sunderland'],
  avoidAreasTold: [true, false, 'Yes'],
}

async function linesOf(caseId: string) {
  return (await historyFor(world.app, officer(), caseId))?.lines ?? []
}

function officer() {
  return world.viewers.lowNewtonOfficer
}

async function seen(caseId: string) {
  const found = await findCaseFor(world.app, officer(), caseId)
  if (!found?.identity || !found.custody) throw new Error('The team reads its own case')
  return {
    ...found,
    ...found.custody,
    ...found.identity,
    releaseType: found.custody.releaseType ?? 'unknown',
  }
}

/** The form as the page draws it now, with something corrected. */
async function correct(
  caseId: string,
  change: Partial<PersonCorrected>,
  { viewer = officer(), passOn = {}, version = -1 } = {},
) {
  const { name, prisonNumber, crn, dateOfBirth, sex, homeAuthority, version: now } = await seen(caseId)
  const person = {
    name,
    prisonNumber,
    crn,
    dateOfBirth,
    sex,
    homeAuthority,
    openElsewhere: null,
    anotherPerson: `yes ${change.prisonNumber ?? prisonNumber}`,
    ...change,
  }
  const correction = { caseId, version: version < 0 ? now : version, person, passOn }
  return correctPerson(world.app, viewer, correction, form())
}

async function status(caseId: string, change: Partial<StatusChange>) {
  const kept = await seen(caseId)
  const { custodyStatus, statusSince, releaseConfidence, releaseOn, releaseType, version } = kept
  const typed = {
    custodyStatus,
    statusSince,
    releaseConfidence,
    releaseOn,
    releaseType,
    how: 'changed' as const,
  }
  const typedNow = { caseId, version, status: { ...typed, ...change }, passOn: {} }
  return changeStatus(world.app, officer(), typedNow, form())
}

/** A mark of everything that is kept of a case. */
async function kept(caseId: string) {
  const { owner } = world.database
  const of = (table: 'caseIdentity' | 'caseCustody' | 'caseTriage' | 'caseNeeds' | 'caseChange') =>
    owner.selectFrom(table).selectAll().where('caseId', '=', caseId).execute()
  const tables = ['caseIdentity', 'caseCustody', 'caseTriage', 'caseNeeds', 'caseChange'] as const
  const rows = await Promise.all(tables.map(of))
  const basics = await owner.selectFrom('personCase').selectAll().where('id', '=', caseId).execute()
  return JSON.stringify([basics, rows])
}

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

describe('whatever is typed of a person can be corrected, and the team finds what it was', () => {
  const personForm = Object.keys(personSchema('2027-02-01').shape).filter(
    name => !/^(openElsewhere|anotherPerson)$/.test(name),
  )

  it.each(personForm)('%s', async field => {
    const [typed, label, was] = PERSON[field as keyof typeof PERSON]
    const caseId = await anotherCase(world)
    const before = await seen(caseId)
    expect(await correct(caseId, { [field]: typed })).toMatchObject({ ok: true })
    expect(await seen(caseId)).toMatchObject({ [field]: typed, version: before.version + 1 })
    const from = field === 'prisonNumber' ? before.prisonNumber : was
    expect(await linesOf(caseId)).toMatchObject([{ label, from, by: 'Test officer.lownewton' }])
  })

  const statusForm = Object.keys(statusSchema('2027-02-01').shape).filter(
    name => name !== 'how' && name !== 'releaseOn',
  )

  it.each(statusForm)('%s', async field => {
    const [typed, label, was] = STATUS[field as keyof typeof STATUS]
    const caseId = await anotherCase(world)
    expect(await status(caseId, { [field]: typed })).toMatchObject({ ok: true })
    expect(await seen(caseId)).toMatchObject({ [field]: typed })
    expect(await linesOf(caseId)).toMatchObject([{ label, from: was }])
  })

  const questions = TOPIC_CODES.flatMap(topic => TOPICS[topic].questions.map(each => ({ topic, ...each })))

  let caseId = ''
  beforeAll(async () => {
    caseId = await anotherCase(world)
  })

  it.each(questions)('$topic: $field', async ({ topic, field, question }) => {
    const [first, then, was] = ANSWERS[field] ?? []
    const save = (value: unknown) => saveTopic(world, caseId, topic, { [field]: value })
    expect(await save(first)).toMatchObject({ ok: true })
    expect(await save(then)).toMatchObject({ ok: true })
    expect((await seen(caseId)).facts).toMatchObject({ [field]: then })
    expect((await linesOf(caseId))[0]).toMatchObject({ label: question, from: was })
  })
})

describe('a status that changes', () => {
  it('brings its day and the release that follows, and keeps why the date moved', async () => {
    const caseId = await anotherCase(world)
    const recall = { custodyStatus: 'recall', statusSince: '2027-01-30' } as const
    const release = { releaseOn: null, releaseConfidence: 'not_known', releaseType: 'unknown' } as const
    expect(await status(caseId, { ...recall, ...release })).toMatchObject({ ok: true })
    const now = await seen(caseId)
    expect(now).toMatchObject({ ...recall, ...release })
    expect(now.facts).toMatchObject({ status: 'recall', release: null })
    expect(now.dateChanges).toMatchObject([
      { newReleaseOn: null, oldReleaseOn: world.releaseOn, cause: 'recall' },
    ])
    expect(await status(caseId, {})).toEqual({ ok: false, reason: 'unchanged' })
  })

  it('holds from no day before that of the status it replaces, unless that was recorded wrongly', async () => {
    const caseId = await anotherCase(world)
    const sentenced = { custodyStatus: 'sentenced', statusSince: '2027-01-26' } as const
    expect(await status(caseId, sentenced)).toMatchObject({ ok: true })
    const recalled = { custodyStatus: 'recall', statusSince: '2027-01-25' } as const
    const before = await kept(caseId)
    expect(await status(caseId, recalled)).toEqual({
      ...{ ok: false, reason: 'before_replaced', since: '2027-01-26' },
    })
    expect(await kept(caseId)).toBe(before)
    expect(beforeReplaced('2027-01-26')).toContain(
      '(26 January 2027). If that day is wrong, correct it first',
    )
    const corrected = { statusSince: '2027-01-20', how: 'wrong' } as const
    expect(await status(caseId, corrected)).toMatchObject({ ok: true })
    expect(await status(caseId, recalled)).toMatchObject({ ok: true })
    expect(await status(caseId, { statusSince: '2027-01-25', custodyStatus: 'sentenced' })).toMatchObject({
      ok: true,
    })
  })

  it('that was recorded wrongly says so of the move of the release', async () => {
    const caseId = await anotherCase(world)
    const release = { releaseOn: null, releaseConfidence: 'not_known', releaseType: 'unknown' } as const
    const wrong = { custodyStatus: 'remand', statusSince: null, how: 'wrong', ...release } as const
    expect(await status(caseId, wrong)).toMatchObject({ ok: true })
    expect((await seen(caseId)).dateChanges).toMatchObject([{ cause: 'wrong' }])
  })
})

describe('a correction', () => {
  it('takes the number and the marks of the name with it', async () => {
    const caseId = await anotherCase(world)
    const { prisonNumber } = await seen(caseId)
    await correct(caseId, { prisonNumber: 'T8002AB' })
    const again: NewCase = { ...ROBIN, prisonNumber, anotherPerson: `yes ${prisonNumber}` }
    expect(await createCase(world.app, officer(), again, form())).toMatchObject({ ok: true })
    expect(await correct(caseId, { prisonNumber })).toMatchObject({ ok: false, reason: 'already_open' })
    const corrected = { ...again, prisonNumber: 'T8002AB' }
    expect(await createCase(world.app, officer(), corrected, form())).toEqual({
      ok: false,
      reason: 'already_open',
      caseId,
    })
  })

  it('asks where the name and date of birth become those of another open case of the team', async () => {
    const there: NewCase = {
      ...ROBIN,
      name: 'Linnet Fell',
      dateOfBirth: '1984-05-06',
      prisonNumber: 'T8010AB',
    }
    const made = await createCase(world.app, officer(), there, form())
    if (!made.ok) throw new Error(made.reason)
    const caseId = await anotherCase(world)
    const before = await kept(caseId)
    const { name, dateOfBirth } = there
    const alike = { name, dateOfBirth, anotherPerson: null }
    const refused = { ok: false, reason: 'another_number', caseId: made.caseId }
    expect(await correct(caseId, alike)).toEqual(refused)
    expect(await kept(caseId)).toBe(before)
    expect(await correct(caseId, { name, dateOfBirth })).toMatchObject({ ok: true })
    // Once it stands, a correction of something else does not ask again.
    expect(await correct(caseId, { sex: 'unknown', anotherPerson: null })).toMatchObject({ ok: true })
  })

  it('names the other prison of an open case with the number, nothing of the case, until it was rung', async () => {
    const number = 'T8003AB'
    const elsewhere: NewCase = { ...ROBIN, prisonNumber: number, sex: 'man' }
    await createCase(world.app, world.viewers.durhamOfficer, elsewhere, form())
    const caseId = await anotherCase(world)
    const before = await kept(caseId)
    const refused = await correct(caseId, { prisonNumber: number })
    expect(refused).toMatchObject({ ok: false, reason: 'open_elsewhere' })
    expect(Object.keys((refused as unknown as { prison: object }).prison)).toEqual(['name', 'phone'])
    expect(await kept(caseId)).toBe(before)
    expect(await createCase(world.app, officer(), elsewhere, form())).toMatchObject({
      reason: 'open_elsewhere',
    })
    // Said of another number, it is said of none.
    expect(await correct(caseId, { prisonNumber: number, openElsewhere: 'yes T8002AB' })).toMatchObject({
      reason: 'open_elsewhere',
    })
    expect(await correct(caseId, { prisonNumber: number, openElsewhere: `yes ${number}` })).toMatchObject({
      ok: true,
    })
  })

  it('of age below 18 on release, of nothing, or over a colleague’s changes nothing', async () => {
    const caseId = await anotherCase(world)
    await correct(caseId, { name: 'Wren Finch' })
    const before = await kept(caseId)
    expect(await correct(caseId, {})).toEqual({ ok: false, reason: 'unchanged' })
    expect(await correct(caseId, { dateOfBirth: '2012-01-01' })).toMatchObject({ reason: 'too_young' })
    expect(await correct(caseId, { name: 'Other' }, { version: 1 })).toEqual({ ok: false, reason: 'stale' })
    expect(await kept(caseId)).toBe(before)
  })

  it('of sex asks of each provider whose answer changes, and marks the referral as any other fact', async () => {
    const caseId = await anotherCase(world)
    const { referralId } = await referredAsDecided(world, 'womensHouse', caseId)
    const before = await kept(caseId)
    expect(await correct(caseId, { sex: 'man' })).toMatchObject({
      ok: false,
      reason: 'pass_on_unanswered',
      affected: [{ id: referralId }],
    })
    expect(await kept(caseId)).toBe(before)
    expect(await correct(caseId, { sex: 'man' }, { passOn: { [referralId]: 'yes' } })).toMatchObject({
      ok: true,
      affected: [{ id: referralId }],
    })
    const noted = await world.database.owner
      .selectFrom('referralChangeDetail')
      .select('criterion')
      .where('referralId', '=', referralId)
      .execute()
    expect(noted.map(({ criterion }) => criterion).sort()).toEqual(['overall', 'pregnancy', 'sex'])
  })
})

describe('strangers', () => {
  it('correct nothing, read nothing of the history and strike nothing out', async () => {
    const caseId = await anotherCase(world)
    await referredAsDecided(world, 'womensHouse', caseId)
    await correct(caseId, { name: 'Wren Finch' })
    const [line] = await linesOf(caseId)
    const before = await kept(caseId)
    const { durhamOfficer, firstManager, firstWorker } = world.viewers
    for (const viewer of [durhamOfficer, firstManager, firstWorker]) {
      expect(await correct(caseId, { name: 'Other' }, { viewer })).toEqual({ ok: false, reason: 'not_found' })
      expect(await historyFor(world.app, viewer, caseId)).toBeNull()
      const target = { caseId, changeId: line?.id ?? '' }
      expect(await strikeChange(world.app, viewer, target, form())).toEqual({
        ok: false,
        reason: 'not_found',
      })
      const rows = await asViewer(world.app.db, viewer, trx =>
        trx.selectFrom('caseChange').select('id').execute(),
      )
      expect(rows).toEqual([])
      const marks = await asViewer(world.app.db, viewer, trx =>
        trx.selectFrom('caseNameMark').select('caseId').where('caseId', '=', caseId).execute(),
      )
      expect(marks).toEqual([])
      const row = {
        id: newId(),
        caseId,
        field: 'name',
        changedBy: viewer.personId,
        changedAt: world.app.clock(),
      }
      await expect(
        asViewer(world.app.db, viewer, trx => trx.insertInto('caseChange').values(row).execute()),
      ).rejects.toThrow('row-level security')
    }
    expect(await kept(caseId)).toBe(before)
  })
})

describe('words that should never have been typed', () => {
  it('are struck out by the team: who and when stays, what was typed is gone for good', async () => {
    const caseId = await anotherCase(world)
    await correct(caseId, { name: 'Somebody else entirely' })
    await correct(caseId, { name: 'Wren Siskin' })
    const [last] = await linesOf(caseId)
    expect(last).toMatchObject({ from: 'Somebody else entirely', to: 'Wren Siskin', mayStrike: true })
    const target = { caseId, changeId: last?.id ?? '' }
    expect(await strikeChange(world.app, world.viewers.lowNewtonColleague, target, form())).toEqual({
      ok: true,
    })
    const lines = await linesOf(caseId)
    expect(JSON.stringify(lines)).not.toContain('entirely')
    expect(lines).toMatchObject([
      { to: 'Wren Siskin', mayStrike: false },
      { from: 'Wren Siskin', to: 'what was struck out' },
    ])
    const rows = await world.database.owner
      .selectFrom('caseChange')
      .select('was')
      .where('id', '=', target.changeId)
      .execute()
    expect(rows).toEqual([{ was: null }])
    expect(await strikeChange(world.app, officer(), target, form())).toMatchObject({
      ...{ ok: false, reason: 'struck', by: 'Test colleague.lownewton' },
    })
  })

  it('are the one thing of the history that changes', async () => {
    const caseId = await anotherCase(world)
    await correct(caseId, { name: 'Wren Finch' })
    const write = (change: object) =>
      asViewer(world.app.db, officer(), trx =>
        trx.updateTable('caseChange').set(change).where('caseId', '=', caseId).execute(),
      )
    await expect(write({ was: Buffer.from('other') })).rejects.toThrow('row-level security')
    await expect(write({ changedAt: world.app.clock() })).rejects.toThrow('permission denied')
  })
})
