import fc from 'fast-check'
import { sql } from 'kysely'
import { expect } from 'vitest'
import type { SmallPerson } from '@db/seeds/small'
import type { ReferralTarget } from '~/domain/referral/events/act-on-referral.server'
import { addDays } from '~/domain/time/calendar'
import { anotherCase, current, underReview } from '../../factories/referral-world'
import { postForm } from '../../support/server'
import { day, openReferralStage, type ReferralStage, sendEvent, TODAY } from '../referral-stage'

/** Two colleagues who change the rooms of one house at random and at once, over HTTP; and what must be so afterwards. */

const COLLEAGUES = ['firstWorker', 'firstManager'] as const satisfies readonly SmallPerson[]
const REFERRALS = 3
/** A client that was too late, or asked for what cannot be, is told so: never a failure of the service. */
const ANSWERS = [303, 404, 409, 422]

const KINDS = [
  'add',
  'close',
  'reopen',
  'void',
  'taken',
  'left',
  'not_taken',
  'free',
  'stays',
  'leaving',
  'change_void',
  'since',
  'left_on',
  'move',
  'take_back',
  'put_back',
  'undo',
  'offer',
  'take_back_offer',
] as const

const command = fc.record({
  kind: fc.constantFrom(...KINDS),
  /** Which room, claim, act or referral, of as many as there are. */
  which: fc.nat(1000),
  other: fc.nat(1000),
  from: fc.integer({ min: -10, max: 30 }),
  length: fc.integer({ min: 1, max: 40 }),
})
type Command = typeof command extends fc.Arbitrary<infer Value> ? Value : never

/** Plays `runs` rounds of so many pairs of acts. What fails says the seed it was drawn by. */
export async function playRooms(seed: number, runs: number, pairs: number): Promise<void> {
  const play = fc.array(fc.tuple(command, command), { minLength: pairs, maxLength: pairs })
  await fc.assert(
    fc.asyncProperty(play, async acts => {
      const stage = await openReferralStage()
      try {
        await playOne(stage, acts)
      } finally {
        await stage.close()
      }
    }),
    { seed, numRuns: runs, endOnFailure: true },
  )
}

async function playOne(stage: ReferralStage, acts: readonly (readonly [Command, Command])[]): Promise<void> {
  const house = await openHouse(stage)
  const ever = new Set(await roomIds(house))
  for (const pair of acts) {
    const answers = await Promise.all(
      pair.map((act, at) => send(house, COLLEAGUES[at] ?? 'firstWorker', act)),
    )
    answers.forEach((status, at) =>
      expect([pair[at], status, ANSWERS.includes(status) || failuresSaid(stage)]).toEqual([
        pair[at],
        status,
        true,
      ]),
    )
    for (const id of await roomIds(house)) ever.add(id)
  }
  await expectWhole(house, ever)
}

/** What the service logged of what it could not do: the fault that made a race fail is found in no second run. */
function failuresSaid({ server }: ReferralStage): string[] {
  return server.logLines.filter(line => /"level":[56]0/.test(line))
}

interface House {
  stage: ReferralStage
  serviceId: string
  referrals: readonly ReferralTarget[]
}

async function openHouse(stage: ReferralStage): Promise<House> {
  const referrals: ReferralTarget[] = []
  for (let index = 0; index < REFERRALS; index += 1)
    referrals.push(await underReview(stage.world, 'womensHouse', await anotherCase(stage.world)))
  for (const person of COLLEAGUES) await stage.cookieOf(person)
  return { stage, serviceId: stage.world.services.womensHouse, referrals }
}

/** The status a form was answered with; 404 where there is nothing to choose. */
async function send(house: House, who: SmallPerson, act: Command): Promise<number> {
  const { stage } = house
  if (act.kind === 'offer' || act.kind === 'take_back_offer') return sendStep(house, who, act)
  const form = await formOf(house, act)
  if (form === null) return 404
  const answer = await postForm(`${stage.server.url}${form.path}`, form.fields, {
    cookie: await stage.cookieOf(who),
  })
  await answer.arrayBuffer()
  return answer.status
}

async function sendStep({ stage, referrals }: House, who: SmallPerson, act: Command): Promise<number> {
  const referral = chosen(referrals, act.which)
  if (!referral) return 404
  const target = await current(stage.world, referral)
  const room = chosen(await rooms(stage), act.other)
  const from = addDays(TODAY, 35)
  const offer = {
    bedspaceId: room?.id ?? '',
    ...day('fromOn', from),
    ...day('untilOn', addDays(from, act.length)),
    conflictCheck: 'done',
  }
  const answer =
    act.kind === 'offer'
      ? await sendEvent(stage, who, target, 'offer', offer)
      : await sendEvent(stage, who, target, 'take-back-offer', { primary: 'take_back.by_mistake' })
  return answer.status
}

interface SentForm {
  path: string
  fields: Record<string, string>
}

async function formOf({ stage, serviceId }: House, act: Command): Promise<SentForm | null> {
  const [room, other] = [chosen(await rooms(stage), act.which), chosen(await rooms(stage), act.other)]
  const claim = chosen(await claims(stage), act.which)
  const from = addDays(TODAY, act.from)
  const until = addDays(from, act.length)
  if (!room || !other) return null
  const tap = (fields: Record<string, string>) => ({ path: '/vacancies', fields })
  const edit = (intent: string, fields: Record<string, string> = {}) =>
    claim && {
      path: `/vacancies/claims/${claim.id}`,
      fields: { intent, version: String(claim.version), ...fields },
    }
  const stay = (answer: string, fields: Record<string, string> = {}) => ({
    path: `/vacancies/${claim?.bedspaceId ?? room.id}/stay`,
    fields: { answer, claimId: claim?.id ?? '', ...fields },
  })
  switch (act.kind) {
    case 'add': {
      const name = `Extra ${act.which} `
      const fields = { howMany: '1', called: name, firstNumber: '1', type: 'shared', again: 'yes' }
      return { path: `/our-services/${serviceId}/rooms/add`, fields }
    }
    case 'close':
      return { path: `/vacancies/${room.id}/close`, fields: act.from > 15 ? day('fromOn', from) : {} }
    case 'reopen':
      return { path: `/our-services/${serviceId}/rooms`, fields: { intent: 'reopen', bedspaceId: room.id } }
    case 'void':
      return {
        path: `/vacancies/${room.id}/void`,
        fields: { reason: 'repair', ...day('fromOn', from), ...day('untilOn', until) },
      }
    case 'taken':
      return tap({ intent: 'taken', bedspaceId: room.id })
    case 'left':
    case 'not_taken':
    case 'free':
    case 'stays':
      return claim ? tap({ intent: act.kind, claimId: claim.id }) : null
    case 'leaving':
      return stay(act.other % 2 ? 'sure' : 'about', day('day', addDays(TODAY, act.length)))
    case 'change_void':
      return edit('void', { reason: 'furniture', ...day('fromOn', from), ...day('untilOn', until) }) ?? null
    case 'since':
      return edit('since', day('sinceOn', addDays(TODAY, -act.length))) ?? null
    case 'left_on':
      return edit('left_on', day('leftOn', addDays(TODAY, -act.length % 5))) ?? null
    case 'move':
      return (
        edit('move', { bedspaceId: other.id, ...day('movedOn', addDays(TODAY, -act.length % 3)) }) ?? null
      )
    case 'take_back':
    case 'put_back':
      return edit(act.kind) ?? null
    case 'offer':
    case 'take_back_offer':
      return null
    case 'undo': {
      const done = chosen(await recentActs(stage), act.which)
      return done ? tap({ intent: 'take_back', act: done.act }) : null
    }
  }
}

function chosen<Of>(all: readonly Of[], which: number): Of | undefined {
  return all[which % Math.max(1, all.length)]
}

async function rooms({ world }: ReferralStage) {
  return world.database.owner
    .selectFrom('bedspace')
    .select('id')
    .where('serviceId', '=', world.services.womensHouse)
    .orderBy('id')
    .execute()
}

async function claims({ world }: ReferralStage) {
  const { rows } = await sql<{ id: string; bedspaceId: string; version: number }>`
    select c.id, c.bedspace_id as "bedspaceId",
      (select count(*)::integer from claim_change h where h.claim_id = c.id) as version
    from bedspace_claim c join bedspace b on b.id = c.bedspace_id
    where b.service_id = ${world.services.womensHouse} order by c.id`.execute(world.database.owner)
  return rows
}

async function recentActs({ world }: ReferralStage) {
  return world.database.owner
    .selectFrom('claimChange')
    .select('act')
    .orderBy('sequence', 'desc')
    .limit(6)
    .execute()
}

async function roomIds({ stage }: House): Promise<string[]> {
  return (await rooms(stage)).map(room => room.id)
}

/** What must be so of a house, whoever did what at once. */
async function expectWhole(house: House, ever: ReadonlySet<string>): Promise<void> {
  const { owner } = house.stage.world.database
  const { rows: overlapping } = await sql`
    select a.id from bedspace_claim a join bedspace_claim b
      on a.bedspace_id = b.bedspace_id and a.id < b.id and a.during && b.during
    where a.active and b.active`.execute(owner)
  expect(overlapping).toEqual([])

  // No bed is lost: each that ever was is there, and one that is in no list was closed by an act that is recorded.
  expect(new Set(await roomIds(house))).toEqual(ever)
  const { rows: lost } = await sql`
    select b.id from bedspace b where b.retired_at is not null and not exists (
      select from bedspace_claim c join claim_change h on h.claim_id = c.id
      where c.bedspace_id = b.id and c.active and c.void_reason = 'closing' and h.by_person is not null)`.execute(
    owner,
  )
  expect(lost).toEqual([])

  // A hold that stands is that of the offer that says so.
  const { rows: astray } = await sql`
    select c.id from bedspace_claim c where c.active and c.kind = 'hold' and not exists (
      select from referral_claim l join referral r on r.id = l.referral_id
      where l.claim_id = c.id and r.state in ('offered', 'accepted', 'to_reconfirm'))`.execute(owner)
  expect(astray).toEqual([])
  await expectCounted(house)
}

/** The pages count the rooms there are. */
async function expectCounted({ stage, serviceId }: House): Promise<void> {
  const cookie = await stage.cookieOf('firstWorker')
  const text = async (path: string) =>
    (await fetch(`${stage.server.url}${path}`, { headers: { cookie } })).text()
  const inUse = await stage.world.database.owner
    .selectFrom('bedspace')
    .select('id')
    .where('serviceId', '=', serviceId)
    .where('retiredAt', 'is', null)
    .execute()
  const list = await text(`/our-services/${serviceId}/rooms`)
  expect(inUse.filter(({ id }) => list.includes(`/vacancies/${id}/room"`))).toHaveLength(inUse.length)
  const board = await text('/vacancies')
  expect(inUse.filter(({ id }) => board.includes(`/vacancies/${id}/void"`))).toHaveLength(inUse.length)
}
