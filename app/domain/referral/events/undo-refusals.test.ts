import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  accepted,
  anotherCase,
  createReferralWorld,
  current,
  form,
  next,
  type ReferralWorld,
  submitted,
  underReview,
} from '@tests/factories/referral-world'
import { eventPageFor } from '../../../screens/referral-event/facts.server'
import { referralPageFor } from '../../../screens/referral/facts.server'
import { referralScreen } from '../../../screens/referral/page'
import type { SignedInViewer } from '@db/viewer'
import { newId } from '@db/id'
import type { ActResult, ReferralTarget } from './act-on-referral.server'
import { markArrived } from './arrive/act.server'
import { callOffPlannedMove } from './call-off-move/act.server'
import { changeEnd } from './change-stay-end/act.server'
import { correctHowItEnded } from './correct-departure/act.server'
import { declineReferral } from './decline/act.server'
import { recordDeparture } from './depart/act.server'
import { planTheMove } from './plan-move/act.server'
import { EVENT_NAMES, type ReferralEvent, type ScreenEvent } from './registry'
import { reopenReferral } from './reopen/act.server'
import { takeYesBack } from './take-back-yes/act.server'
import { undoArrivalOf } from './undo-arrival/act.server'
import { undoHowItEnded } from './undo-end/act.server'
import { withdrawReferral } from './withdraw/act.server'

/** What takes something back is offered where it would be done, and where it would not a sentence says why. From Monday 1 February 2027 on. */

const MONDAY_9 = new Date('2027-02-01T09:00:00Z')
const RELEASED = new Date('2027-03-08T14:00:00Z')
const WHY = { note: 'Recorded for the wrong person' }

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())
beforeEach(async () => {
  world.passTo(MONDAY_9)
  const { owner } = world.database
  await owner.updateTable('bedspaceClaim').set({ active: false, releasedAt: MONDAY_9 }).execute()
})

const worker = () => world.viewers.firstWorker
const officer = () => world.viewers.lowNewtonOfficer

/** One undo: who does it, how it came about, what is arranged that refuses it, and how that is settled again. */
interface Undo {
  event: ScreenEvent
  by: () => SignedInViewer
  happened: () => Promise<ReferralTarget>
  /** Gives what settles it again. */
  arranged: (target: ReferralTarget) => Promise<() => Promise<unknown>>
  refused: string
  says: RegExp
  act: (target: ReferralTarget) => Promise<ActResult>
}

const UNDOS: Readonly<Record<string, Undo>> = {
  'a decline, where the person was referred there anew': {
    event: 'undo_end',
    by: worker,
    happened: declined,
    arranged: async target => {
      const anew = await submitted(world, 'womensHouse', await caseOf(target))
      return async () => withdrawn(anew)
    },
    refused: 'already_referred',
    says: /^The person has been referred to this service again since.*Go on with the new referral/,
    act: target => undoHowItEnded(world.app, worker(), { ...target, ...WHY }, form()),
  },
  'a withdrawal, where the case was closed': {
    event: 'undo_end',
    by: officer,
    happened: async () => withdrawn(await underReview(world, 'womensHouse', await anotherCase(world))),
    arranged: closesCase,
    refused: 'case_closed',
    says: /^The case is closed. Reopen it first/,
    act: target => undoHowItEnded(world.app, officer(), { ...target, ...WHY }, form()),
  },
  'a departure, where the house has closed': {
    event: 'undo_end',
    by: worker,
    happened: departed,
    arranged: async () => {
      await standsClosed(world.app.clock())
      return () => standsClosed(null)
    },
    refused: 'service_closed',
    says: /^The service has closed since. Open it again first/,
    act: target => undoHowItEnded(world.app, worker(), { ...target, ...WHY }, form()),
  },
  'an arrival, where the promised room is another’s on a later day': {
    event: 'undo_arrival',
    by: worker,
    happened: leavingSurely,
    arranged: () => claims('2027-05-03'),
    refused: 'bedspace_taken',
    says: /^The arrival cannot be undone: something else claims the room.*Change that first, on your vacancies or among the service’s stays and voids/,
    act: target => undoArrivalOf(world.app, worker(), { ...target, ...WHY }, form()),
  },
  'an arrival, where the case was closed': {
    event: 'undo_arrival',
    by: worker,
    happened: arrived,
    arranged: closesCase,
    refused: 'case_closed',
    says: /^The prison has closed the case. Phone the referrer/,
    act: target => undoArrivalOf(world.app, worker(), { ...target, ...WHY }, form()),
  },
  'a planned move, where the first room is promised for after it': {
    event: 'call_off_move',
    by: worker,
    happened: toMove,
    arranged: () => claims('2027-03-29'),
    refused: 'promised_since',
    says: /^The move cannot be called off.*or let the move stand/,
    act: target => callOffPlannedMove(world.app, worker(), { ...target, ...WHY }, form()),
  },
  'what was parked, where the other place stands': {
    event: 'reopen',
    by: officer,
    happened: async () => underReview(world, 'hostel', await anotherCase(world)),
    arranged: async target => {
      const place = await accepted(world, 'womensHouse', await caseOf(target))
      return () => withdrawn(place)
    },
    refused: 'another_stands',
    says: /^This cannot be reopened while the person has another place/,
    act: target => reopenReferral(world.app, officer(), target, form()),
  },
}

/** What the table alone refuses, or whose form can always be sent with something that is done: nothing that is arranged stands in its way. */
const NEVER_REFUSED: readonly ReferralEvent[] = [
  ...(['take_back_yes', 'take_back_offer', 'take_back_place', 'take_back_question'] as const),
  ...(['correct_arrival', 'correct_departure'] as const),
]

it('the walk plays every event that takes something back', () => {
  const takesBack = EVENT_NAMES.filter(event => /^(undo|take_back|call_off|correct|reopen)/.test(event))
  const played = Object.values(UNDOS).map(({ event }) => event)
  expect([...new Set([...played, ...NEVER_REFUSED])].sort()).toEqual([...takesBack].sort())
})

describe('what would be refused is not offered, and what is offered is done', () => {
  it.each(Object.keys(UNDOS))('%s', async name => {
    const undo = UNDOS[name]
    if (!undo) throw new Error(name)
    const target = await undo.happened()
    const settle = await undo.arranged(target)

    const shut = await shown(undo, target)
    expect(shut).toMatchObject({ isOffered: false, isAllowed: false })
    expect(shut.said.filter(text => undo.says.test(text))).toHaveLength(1)
    expect(await undo.act(await current(world, target))).toMatchObject({ ok: false, reason: undo.refused })

    await settle()
    const open = await shown(undo, target)
    expect(open).toMatchObject({ isOffered: true, isAllowed: true })
    expect(open.said.filter(text => undo.says.test(text))).toEqual([])
    expect(await undo.act(await current(world, target))).toMatchObject({ ok: true })
  })

  it('a yes once its offer has run out, and an arrival after two working days: each says what to do instead', async () => {
    const yes = await accepted(world, 'womensHouse', await anotherCase(world))
    const ofYes = { event: 'take_back_yes', by: officer } as const
    expect((await shown(ofYes, yes)).isOffered).toBe(true)
    world.passTo(new Date('2027-02-04T09:00:00Z'))
    const late = await shown(ofYes, yes)
    expect([late.isOffered, ...late.said]).toEqual([
      false,
      'If the yes was recorded by mistake, phone the provider: it can take the place back, and offer again.',
    ])
    const taken = await takeYesBack(world.app, officer(), { ...yes, ...WHY }, form())
    expect(taken).toMatchObject({ reason: 'state_does_not_allow' })
    await withdrawn(yes)

    const target = await arrived()
    world.passTo(new Date('2027-03-10T17:00:01Z'))
    const there = await shown({ event: 'undo_arrival', by: worker }, target)
    expect([there.isOffered, ...there.said]).toEqual([
      false,
      'The arrival can no longer be undone: the two working days for it are over. Where the person never came, phone the referrer, and record no departure: that would count as a stay.',
    ])
  })

  it('another room, until the promised days are over: then whether the person came is said, or the place taken back', async () => {
    const target = await accepted(world, 'womensHouse', await anotherCase(world))
    const ofRoom = { event: 'other_room', by: worker } as const
    world.passTo(new Date('2027-05-30T12:00:00Z'))
    expect(await shown(ofRoom, target)).toMatchObject({ isOffered: true, isAllowed: true })
    world.passTo(new Date('2027-05-31T12:00:00Z'))
    expect(await shown(ofRoom, target)).toEqual({
      isOffered: false,
      isAllowed: false,
      said: [
        '“Give another room” cannot be done now: the days that were promised are over. Say whether the person came, or take the place back.',
      ],
    })
    await withdrawn(target)
  })

  it('how a stay of one day ended is put right also once the next person is in, and a night is not claimed from them', async () => {
    const target = await departed('2027-03-08')
    await free('kind', 'turnaround')
    await claims('2027-03-08')
    const put = async (departedOn: string) =>
      correctHowItEnded(
        world.app,
        worker(),
        { ...(await current(world, target)), departedOn, kind: 'died', note: null },
        form(),
      )
    world.passTo(new Date('2027-03-09T09:00:00Z'))
    expect(await put('2027-03-09')).toMatchObject({ reason: 'bedspace_taken' })
    expect(await put('2027-03-08')).toMatchObject({ ok: true, state: 'departed' })
  })
})

async function shown({ event, by }: Pick<Undo, 'event' | 'by'>, { referralId }: ReferralTarget) {
  const viewer = by()
  const facts = await referralPageFor(world.app, viewer, referralId)
  if (!facts) throw new Error('Not seen by this viewer')
  const screen = referralScreen(facts, viewer.personId, world.app.clock())
  const page = await eventPageFor(world.app, viewer, referralId, event)
  return {
    isOffered: screen.buttons.some(button => button.event === event),
    isAllowed: page?.isAllowed,
    said: screen.undoing.map(({ text }) => text),
  }
}

async function declined(): Promise<ReferralTarget> {
  const target = await underReview(world, 'womensHouse', await anotherCase(world))
  const reasons = { primary: 'needs.pet', others: [], note: null }
  return next(target, await declineReferral(world.app, worker(), { ...target, reasons }, form()))
}

async function withdrawn(target: ReferralTarget): Promise<ReferralTarget> {
  const reasons = { primary: 'withdrawn.circumstances', others: [], note: null }
  const now = await current(world, target)
  return next(target, await withdrawReferral(world.app, officer(), { ...now, reasons }, form()))
}

async function arrived(): Promise<ReferralTarget> {
  const target = await accepted(world, 'womensHouse', await anotherCase(world))
  world.passTo(RELEASED)
  const stay = { arrivedOn: world.releaseOn, expectedDepartureOn: '2027-03-22', note: null }
  return next(target, await markArrived(world.app, worker(), { ...target, ...stay }, form()))
}

/** A stay that is sure to end leaves later days to others. */
async function leavingSurely(): Promise<ReferralTarget> {
  const target = await arrived()
  const end = { leavesOn: '2027-03-22', isSure: true, note: null }
  return next(target, await changeEnd(world.app, worker(), { ...target, ...end }, form()))
}

async function departed(departedOn = '2027-03-16'): Promise<ReferralTarget> {
  const target = await arrived()
  world.passTo(new Date(`${departedOn}T15:00:00Z`))
  const left = { departedOn, kind: 'evicted', note: null } as const
  return next(target, await recordDeparture(world.app, worker(), { ...target, ...left }, form()))
}

async function toMove(): Promise<ReferralTarget> {
  const target = await arrived()
  const bedspaceId = world.bedspaces.womensHouse[1] ?? ''
  const move = { bedspaceId, movesOn: '2027-03-15', conflictCheckDone: true, note: 'Nearer the kitchen' }
  return next(target, await planTheMove(world.app, worker(), { ...target, ...move }, form()))
}

/** Another has the first room from a day on, until further notice. */
async function claims(from: string): Promise<() => Promise<unknown>> {
  const id = newId()
  const { owner } = world.database
  const bedspaceId = world.bedspaces.womensHouse[0] ?? ''
  await free('kind', 'turnaround')
  await owner
    .insertInto('bedspaceClaim')
    .values({ id, bedspaceId, kind: 'void', voidReason: 'repair', during: `[${from},)` })
    .execute()
  return () => free('id', id)
}

function free(column: 'id' | 'kind', is: string): Promise<unknown> {
  const freed = { active: false, releasedAt: world.app.clock() }
  return world.database.owner.updateTable('bedspaceClaim').set(freed).where(column, '=', is).execute()
}

async function caseOf({ referralId }: ReferralTarget): Promise<string> {
  const { owner } = world.database
  const row = await owner
    .selectFrom('referral')
    .select('caseId')
    .where('id', '=', referralId)
    .executeTakeFirst()
  return row?.caseId ?? ''
}

async function closesCase(target: ReferralTarget): Promise<() => Promise<unknown>> {
  const id = await caseOf(target)
  const stands = (closedAt: Date | null) =>
    world.database.owner.updateTable('personCase').set({ closedAt }).where('id', '=', id).execute()
  await stands(world.app.clock())
  return () => stands(null)
}

function standsClosed(archivedAt: Date | null): Promise<unknown> {
  const { womensHouse } = world.services
  return world.database.owner
    .updateTable('service')
    .set({ archivedAt })
    .where('id', '=', womensHouse)
    .execute()
}
