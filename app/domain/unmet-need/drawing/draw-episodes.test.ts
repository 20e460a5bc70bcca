import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  accepted,
  anotherCase,
  createReferralWorld,
  form,
  next,
  type ReferralWorld,
  submitted,
} from '@tests/factories/referral-world'
import { closeCase } from '../../casework/close-case.server'
import { moveReleaseDate } from '../../casework/move-release-date.server'
import { reopenCase } from '../../casework/reopen-case.server'
import type { ClosingReason } from '../../case/closing/case-closing'
import type { CheckAnswers, CheckKind } from '../../outcome/checks'
import { recordCheck } from '../../outcome/record-check.server'
import { applyList, previewList } from '../../release-list/apply-list.server'
import type { ListedPerson } from '../../release-list/read-list'
import { markArrived } from '../../referral/events/arrive/act.server'
import { declineReferral } from '../../referral/events/decline/act.server'
import { recordDeparture } from '../../referral/events/depart/act.server'
import { withdrawReferral } from '../../referral/events/withdraw/act.server'
import { takeToAssess } from '../../referral/events/take-to-assess/act.server'
import { drawEpisodes } from './draw-episodes.server'

const MONDAY = new Date('2027-02-01T09:00:00Z')
const NOWHERE: CheckAnswers<'reception'> = {
  receivedOn: '2027-01-28',
  hnia: 'done',
  hniaOn: '2027-02-01',
  housing: 'nowhere',
  home: 'none',
  arrears: 'unknown',
  benefit: 'no',
}

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

function at(day: string): Date {
  const instant = new Date(`${day}T11:00:00Z`)
  world.passTo(instant)
  return instant
}

async function record(
  caseId: string,
  kind: CheckKind,
  answers: CheckAnswers,
  [version, because]: [number, 'changed' | 'wrong' | null] = [0, null],
) {
  const on = { caseId, kind, version }
  const done = await recordCheck(world.app, world.viewers.lowNewtonOfficer, on, { answers, because }, form())
  expect(done).toEqual({ ok: true })
}

async function close(caseId: string, reason: ClosingReason) {
  const { version } = await world.database.owner
    .selectFrom('personCase')
    .select('version')
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow()
  const closing = { reason, note: reason === 'other' ? 'Opened twice' : null, notKnown: 'yes' } as const
  const officer = world.viewers.lowNewtonOfficer
  expect(await closeCase(world.app, officer, { caseId, version }, closing, form())).toEqual({ ok: true })
}

/** As the worker keeps what it found. */
async function matched(
  caseId: string,
  daysBefore: 28 | 5,
  releaseOn: string,
  matchedOn: string,
  found: 'some' | 'none',
  codes: { wouldPlace?: string[]; turnedAway?: string[] } = {},
) {
  await world.database.owner
    .insertInto('ownMatch')
    .values({ caseId, daysBefore, releaseOn, matchedOn, found, ...codes })
    .execute()
}

/** What is drawn of a case on a day; null where nothing is. */
async function drawn(caseId: string, day: string) {
  await drawEpisodes(world.database.worker, at(day))
  const row = await world.database.owner
    .selectFrom('episode')
    .selectAll()
    .where('caseId', '=', caseId)
    .executeTakeFirst()
  if (!row) return null
  const referrals = await world.database.owner
    .selectFrom('episodeReferral')
    .select(['submittedOn', 'outcome', 'reasons', 'isWomenOnly', 'workingDaysToDecision', 'withinLimits'])
    .where('episodeId', '=', row.id)
    .orderBy('submittedOn')
    .execute()
  return { ...row, referrals }
}

describe('an episode', () => {
  it('is drawn from everything that was done for her, in codes and days', async () => {
    const { app, viewers } = world
    at('2027-02-01')
    const caseId = await anotherCase(world)
    await sql`update case_needs set facts = facts || '{"mentalHealth": "yes", "substances": "ost"}'
      where case_id = ${caseId}`.execute(world.database.owner)
    await record(caseId, 'reception', NOWHERE)
    // Taken to assess two working days later, one too late, and declined on the next.
    const hostel = await submitted(world, 'hostel', caseId)
    at('2027-02-03')
    const taken = next(hostel, await takeToAssess(app, viewers.secondWorker, hostel, form()))
    at('2027-02-04')
    const reasons = {
      primary: 'capacity.no_bed_in_area',
      others: ['needs.mental_health', 'risk.arson'],
      note: null,
    }
    next(taken, await declineReferral(app, viewers.secondWorker, { ...taken, reasons }, form()))
    at('2027-02-05')
    const house = await accepted(world, 'womensHouse', caseId)
    await matched(caseId, 28, '2027-03-08', '2027-02-08', 'none')
    await matched(caseId, 5, '2027-03-08', '2027-03-03', 'some')
    at('2027-03-08')
    await record(caseId, 'night_before', { secured: 'yes', route: 'approved_route' })
    const stay = { arrivedOn: '2027-03-08', expectedDepartureOn: '2027-05-31', note: null }
    const here = next(house, await markArrived(app, viewers.firstWorker, { ...house, ...stay }, form()))
    at('2027-03-09')
    await record(caseId, 'first_night', {
      housed: 'housed',
      route: 'approved_route',
      where: 'E08000021',
      safe: 'yes',
      suitable: 'unknown',
    })
    at('2027-04-01')
    const left = { departedOn: '2027-04-01', kind: 'evicted', note: null } as const
    next(here, await recordDeparture(app, viewers.firstWorker, { ...here, ...left }, form()))
    at('2027-06-08')
    await record(caseId, 'day_91', { settled: 'not_settled' })

    const { id: _id, woman, ...episode } = (await drawn(caseId, '2027-06-09'))!
    expect(woman).toHaveLength(32)
    expect(episode).toEqual({
      caseId,
      isSynthetic: false,
      prisonCode: 'LNI',
      custodyStatus: 'sentenced',
      receivedOn: '2027-01-28',
      releasedOn: '2027-03-08',
      endedAs: 'released',
      isListed: false,
      homeAuthority: 'E08000021',
      ageBand: null,
      preferredAuthorities: [],
      housingNeed: 'nowhere',
      hniaOn: '2027-02-01',
      securedBefore: 'yes',
      securedRoute: 'approved_route',
      firstNight: 'housed',
      firstNightRoute: 'approved_route',
      isSafe: 'yes',
      isSuitable: null,
      firstNightAuthority: 'E08000021',
      day91: 'not_settled',
      barriers: ['mental_health', 'substances'],
      dateKnownOn: '2027-02-01',
      firstSubmittedOn: '2027-02-01',
      option28: 'none',
      option5: 'some',
      wouldPlace: [],
      turnedAway: [],
      councilTold: null,
      placedOn: '2027-03-08',
      placeEndedOn: '2027-04-01',
      placeEndedAs: 'evicted',
      drawnAt: new Date('2027-06-09T11:00:00Z'),
      referrals: [
        {
          submittedOn: '2027-02-01',
          outcome: 'declined',
          reasons: ['capacity.no_bed_in_area', 'needs.mental_health', 'risk.arson'],
          isWomenOnly: false,
          workingDaysToDecision: 3,
          withinLimits: false,
        },
        {
          submittedOn: '2027-02-05',
          outcome: 'arrived',
          reasons: [],
          isWomenOnly: true,
          workingDaysToDecision: 0,
          withinLimits: true,
        },
      ],
    })
  })

  it('counts a step that still waits, or that another ended, as late once its limit is over', async () => {
    at('2027-02-01')
    const caseId = await anotherCase(world)
    const waits = await submitted(world, 'hostel', caseId)
    // One working day to look at it: until 17:00 on Tuesday 2 February.
    const within = async (day: string) => (await drawn(caseId, day))?.referrals.map(each => each.withinLimits)
    expect(await within('2027-02-02')).toEqual([null])
    expect(await within('2027-02-03')).toEqual([false])
    const reasons = { primary: 'withdrawn.circumstances', others: [], note: null }
    const officer = world.viewers.lowNewtonOfficer
    next(waits, await withdrawReferral(world.app, officer, { ...waits, reasons }, form()))
    expect(await within('2027-02-04')).toEqual([false])
  })

  it('is open until the release is over, and drawn again in its own row', async () => {
    world.passTo(MONDAY)
    const caseId = await anotherCase(world)
    const before = await drawn(caseId, '2027-03-08')
    expect(before).toMatchObject({ endedAs: 'open', releasedOn: null, housingNeed: null, referrals: [] })
    const after = await drawn(caseId, '2027-03-09')
    expect(after).toMatchObject({ id: before?.id, endedAs: 'released', releasedOn: '2027-03-08' })
  })

  it('has what the system found for the release as it came to be, and not for another', async () => {
    world.passTo(MONDAY)
    const [moved, earlier] = [await anotherCase(world), await anotherCase(world)]
    // Found for days within a week of 8 March: the last of them counts. The other is six weeks earlier.
    await matched(moved, 28, '2027-03-01', '2027-02-01', 'some')
    await matched(moved, 28, '2027-03-09', '2027-02-12', 'none')
    await matched(earlier, 28, '2027-01-25', '2026-12-28', 'some')
    expect(await drawn(moved, '2027-03-09')).toMatchObject({ option28: 'none', option5: null })
    expect(await drawn(earlier, '2027-03-09')).toMatchObject({ option28: null, option5: null })
    // What is found later stands in the episode that was drawn.
    await matched(earlier, 5, '2027-03-08', '2027-03-03', 'none', {
      wouldPlace: ['bed_women_only', 'arson'],
      turnedAway: ['arson.never', 'age.18_to_25'],
    })
    expect(await drawn(earlier, '2027-03-10')).toMatchObject({
      option28: null,
      option5: 'none',
      wouldPlace: ['bed_women_only', 'arson'],
      turnedAway: ['arson.never', 'age.18_to_25'],
    })
  })

  it('counts nothing that was recorded wrongly, and the worst of what was so', async () => {
    world.passTo(MONDAY)
    const [wrong, changed] = [await anotherCase(world), await anotherCase(world)]
    const place = { ...NOWHERE, housing: 'place' } as const
    for (const caseId of [wrong, changed]) await record(caseId, 'reception', NOWHERE)
    await record(wrong, 'reception', place, [1, 'wrong'])
    await record(changed, 'reception', place, [1, 'changed'])
    expect(await drawn(wrong, '2027-02-02')).toMatchObject({ housingNeed: 'none' })
    expect(await drawn(changed, '2027-02-02')).toMatchObject({ housingNeed: 'nowhere' })
  })

  it('does not count what was recorded of a release that was moved', async () => {
    at('2027-03-08')
    const caseId = await anotherCase(world)
    await record(caseId, 'first_night', {
      housed: 'not_housed',
      route: null,
      where: null,
      safe: null,
      suitable: null,
    })
    expect(await drawn(caseId, '2027-03-08')).toMatchObject({ endedAs: 'released', firstNight: 'not_housed' })
    const move = { releaseOn: '2027-05-10', releaseConfidence: 'firm', releaseType: 'automatic' } as const
    const moved = { ...move, cause: 'further_charge', version: 1 } as const
    expect(
      await moveReleaseDate(world.app, world.viewers.lowNewtonOfficer, caseId, moved, form()),
    ).toMatchObject({ ok: true })
    expect(await drawn(caseId, '2027-03-20')).toMatchObject({
      endedAs: 'open',
      releasedOn: null,
      firstNight: null,
      dateKnownOn: '2027-03-08',
    })
  })

  it('ends as the case did', async () => {
    for (const [reason, endedAs, releasedOn] of [
      ['transferred', 'transferred', '2027-02-10'],
      ['died', 'died', '2027-02-10'],
      ['recalled_or_remanded', 'not_released', null],
      ['other', 'not_released', null],
      ['housed', 'released', '2027-03-08'],
    ] as const) {
      world.passTo(MONDAY)
      const caseId = await anotherCase(world)
      at('2027-02-10')
      await close(caseId, reason)
      expect(await drawn(caseId, '2027-03-09'), reason).toMatchObject({ endedAs, releasedOn })
    }
  })

  it('goes on once a case is opened again', async () => {
    world.passTo(MONDAY)
    const caseId = await anotherCase(world)
    await close(caseId, 'transferred')
    expect(await drawn(caseId, '2027-02-02')).toMatchObject({ endedAs: 'transferred' })
    const { version } = await world.database.owner
      .selectFrom('personCase')
      .select('version')
      .where('id', '=', caseId)
      .executeTakeFirstOrThrow()
    const seen = { caseId, version }
    expect(await reopenCase(world.app, world.viewers.lowNewtonOfficer, seen, form())).toMatchObject({
      ok: true,
    })
    expect(await drawn(caseId, '2027-02-03')).toMatchObject({ endedAs: 'open', releasedOn: null })
  })

  it('is none of a man, and no more of one who was taken for a woman', async () => {
    world.passTo(MONDAY)
    const caseId = await anotherCase(world)
    expect(await drawn(world.cases.man, '2027-02-02')).toBeNull()
    expect(await drawn(caseId, '2027-02-02')).not.toBeNull()
    await world.database.owner
      .updateTable('personCase')
      .set({ sex: 'man' })
      .where('id', '=', caseId)
      .execute()
    expect(await drawn(caseId, '2027-02-02')).toBeNull()
  })

  it('says who stands on the prison’s list, and counts whom nobody opened a case for', async () => {
    world.passTo(MONDAY)
    const listed = { prisonNumber: 'Z9001AA', releaseOn: '2027-03-15', sex: 'woman' } as const
    const caseless = { prisonNumber: 'Z7777ZZ', releaseOn: '2027-03-15', sex: 'woman' } as const
    const man = { prisonNumber: 'Z7777ZY', releaseOn: '2027-03-15', sex: 'man' } as const
    const officer = world.viewers.lowNewtonOfficer
    const take = async (people: ListedPerson[]) => {
      const changes = await previewList(world.app, officer, people)
      const ticked = changes.filter(({ kind }) => kind !== 'unchanged').map(({ key }) => key)
      const list = { people, ticked, cause: 'calculation' } as const
      expect(await applyList(world.app, officer, list, form())).toMatchObject({ ok: true })
    }
    const alone = () =>
      world.database.owner
        .selectFrom('episode')
        .select(['endedAs', 'releasedOn', 'isListed', 'housingNeed', 'custodyStatus', 'homeAuthority'])
        .where('caseId', 'is', null)
        .execute()
    await take([listed, caseless, man])
    expect(await drawn(world.cases.woman, '2027-03-16')).toMatchObject({ isListed: true })
    expect(await alone()).toEqual([
      {
        endedAs: 'released',
        releasedOn: '2027-03-15',
        isListed: true,
        housingNeed: null,
        custodyStatus: null,
        homeAuthority: 'unknown',
      },
    ])
    world.passTo(MONDAY)
    await take([listed, man])
    expect(await drawn(world.cases.woman, '2027-03-16')).toMatchObject({ isListed: true })
    expect(await alone()).toEqual([])
  })

  it('is none of a case that was opened by mistake, as long as that is said', async () => {
    const caseId = await anotherCase(world)
    expect(await drawn(caseId, '2027-02-02')).not.toBeNull()
    await close(caseId, 'opened_by_mistake')
    expect(await drawn(caseId, '2027-02-02')).toBeNull()
    const officer = world.viewers.lowNewtonOfficer
    expect(await reopenCase(world.app, officer, { caseId, version: 2 }, form())).toEqual({ ok: true })
    expect(await drawn(caseId, '2027-02-02')).not.toBeNull()
  })

  it('leads to no case, and shows nobody’s hash', async () => {
    const caseId = await anotherCase(world)
    const { woman } = (await drawn(caseId, '2027-02-02'))!
    const { prisonNumberHash } = await world.database.owner
      .selectFrom('caseIdentity')
      .select('prisonNumberHash')
      .where('caseId', '=', caseId)
      .executeTakeFirstOrThrow()
    expect(woman.equals(prisonNumberHash)).toBe(false)
  })
})
