import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { type FilledCase, filledCase, TYPED } from '@tests/factories/filled-case'
import {
  anotherCase,
  createReferralWorld,
  form,
  offered,
  type ReferralWorld,
  underReview,
} from '@tests/factories/referral-world'
import { closeCase } from '../casework/close-case.server'
import { answerOfficer } from '../nobody-fits/coordinate.server'
import { sendNobodyFits, takeBack } from '../nobody-fits/send.server'
import { strikeLeftAnswer } from '../nobody-fits/strike-left-answer.server'
import { leftQueueFor } from '../../screens/queue/facts.server'
import { declineReferral } from '../referral/events/decline/act.server'
import { extendOffer } from '../referral/events/extend-offer/act.server'
import { heldOnPerson } from './held-person.server'
import { ownWords } from './own-words.server'
import { strikeWords } from './strike-words.server'
import { mayStrike, WORDS_PLACES, type WordsPlace } from './words-places'
import { WORDS_STRUCK } from '../words/struck'

let world: ReferralWorld
let filled: FilledCase
beforeAll(async () => {
  world = await createReferralWorld()
  filled = await filledCase(world, 1)
  world.passTo(new Date('2027-02-01T09:00:00Z'))
})
afterAll(() => world.database.drop())

interface Typed {
  caseId: string
  row: string
  words: string
  /** A colleague of whoever wrote them. */
  by: SignedInViewer
}

/** Words in every place, as their own side wrote them. */
const WRITE: Readonly<Record<WordsPlace, () => Promise<Typed>>> = {
  case_change: () => ofFilled(filled.rows.before, TYPED.before),
  case_shortlist_note: () => ofFilled(filled.rows.shortlist, TYPED.shortlist),
  case_closing: closed,
  nobody_fits_answer: answered,
  referral_note: declined,
  offer: async () => {
    const { caseId, words, offer } = await extended()
    return { caseId, row: offer, words, by: world.viewers.firstManager }
  },
}

function ofFilled(row: string, words: string): Promise<Typed> {
  return Promise.resolve({ caseId: filled.caseId, row, words, by: world.viewers.lowNewtonColleague })
}

async function closed(): Promise<Typed> {
  const caseId = await anotherCase(world)
  const why = { reason: 'housed', note: 'With her sister Canary', notKnown: 'yes' } as const
  await closeCase(world.app, world.viewers.lowNewtonOfficer, { caseId, version: 1 }, why, form())
  const { id: row } = await world.database.owner
    .selectFrom('caseClosing')
    .select('id')
    .where('caseId', '=', caseId)
    .executeTakeFirstOrThrow()
  return { caseId, row, words: why.note, by: world.viewers.lowNewtonColleague }
}

async function answered(): Promise<Typed> {
  const caseId = await anotherCase(world)
  await sendNobodyFits(world.app, world.viewers.lowNewtonOfficer, { caseId, agreed: 'yes' }, form())
  const answer = { caseId, outcome: 'still_looking', note: 'Her brother Jay rang' } as const
  await answerOfficer(world.app, world.viewers.coordinator, answer, form())
  const { id: row } = await world.database.owner
    .selectFrom('nobodyFitsAnswer')
    .select('id')
    .where('caseId', '=', caseId)
    .executeTakeFirstOrThrow()
  return { caseId, row, words: answer.note, by: world.viewers.coordinator }
}

async function declined(): Promise<Typed> {
  const caseId = await anotherCase(world)
  const target = await underReview(world, 'hostel', caseId)
  const reasons = { primary: 'capacity.no_bed_in_area', others: [], note: 'Her cousin Heron lives here' }
  const done = await declineReferral(world.app, world.viewers.secondWorker, { ...target, reasons }, form())
  expect(done).toMatchObject({ ok: true })
  const row = await lineOf(target.referralId, 'decline')
  return { caseId, row, words: reasons.note, by: world.viewers.secondManager }
}

/** Beds of the first provider that are free on the day of release. */
const BEDS: ['womensHouse' | 'refuge', number][] = [
  ['womensHouse', 0],
  ['womensHouse', 2],
  ['refuge', 0],
]

async function extended() {
  const [service, bed] = BEDS.shift() ?? ['womensHouse', 0]
  const caseId = await anotherCase(world)
  const target = await offered(world, service, caseId, bed)
  const reason = 'Her friend Plover asked'
  const done = await extendOffer(world.app, world.viewers.firstWorker, { ...target, reason }, form())
  expect(done).toMatchObject({ ok: true })
  const { id: offer } = await world.database.owner
    .selectFrom('offer')
    .select('id')
    .where('referralId', '=', target.referralId)
    .executeTakeFirstOrThrow()
  const note = await lineOf(target.referralId, 'extend_offer')
  return { caseId, words: reason, offer, note, referralId: target.referralId }
}

async function lineOf(referralId: string, event: string): Promise<string> {
  const { id } = await world.database.owner
    .selectFrom('referralHistory')
    .select('id')
    .where('referralId', '=', referralId)
    .where('event', '=', event)
    .executeTakeFirstOrThrow()
  return id
}

const held = async (caseId: string) =>
  JSON.stringify(await heldOnPerson(world.app, world.viewers.administrator, caseId))

describe('words that should never have been typed', () => {
  it.each(Object.keys(WORDS_PLACES) as WordsPlace[])(
    'of %s are struck out by whoever’s own they are, by nobody else, and who and when stays',
    async place => {
      const { app, viewers, database } = world
      const { caseId, row, words, by } = await WRITE[place]()
      const strike = (viewer: SignedInViewer) => strikeWords(app, viewer, { caseId, place, row }, form())
      const { personId: _, ...own } = by
      const others = Object.values(viewers).filter(
        each => each.role !== 'administrator' && each.organisationId !== own.organisationId,
      )
      expect(others.length).toBeGreaterThan(6)
      for (const each of others) expect([each.role, await strike(each)]).toEqual([each.role, REFUSED])
      expect(await held(caseId)).toContain(words)
      expect(mayStrike(place, by.role)).toBe(true)
      expect(await strike(by)).toEqual({ ok: true })
      const struck = { ok: false, reason: 'struck', at: app.clock().toISOString() }
      expect(await strike(by)).toMatchObject(struck)
      for (const each of [viewers.durhamOfficer, viewers.commissioner, viewers.editor])
        expect([each.role, await strike(each)]).toEqual([each.role, REFUSED])
      expect(await held(caseId)).not.toContain(words)
      const traces = database.owner.selectFrom('struckWords').select(['struckBy', 'struckAt'])
      expect(await traces.where('keptIn', '=', place).where('rowId', '=', row).execute()).toEqual([
        { struckBy: by.personId, struckAt: app.clock() },
      ])
      const audited = database.owner.selectFrom('auditEntry').select('personId')
      expect(
        await audited.where('action', '=', 'case.strike').where('subjectId', '=', caseId).execute(),
      ).toContainEqual({ personId: by.personId })
    },
  )

  it('on extending an offer go from both their places at once, with the event or with the offer', async () => {
    const { app, viewers } = world
    for (const place of ['referral_note', 'offer'] as const) {
      const { caseId, words, ...rows } = await extended()
      const row = place === 'offer' ? rows.offer : rows.note
      expect(await strikeWords(app, viewers.firstManager, { caseId, place, row }, form())).toEqual({
        ok: true,
      })
      expect([place, (await held(caseId)).includes(words)]).toEqual([place, false])
      const { referralId } = rows
      const listed = await asViewer(world.database.app, viewers.firstManager, trx =>
        ownWords(trx, app.keys, viewers.firstManager, { caseId, referralId }),
      )
      expect([place, listed.find(({ row: note }) => note === rows.note)]).toMatchObject([
        place,
        { words: WORDS_STRUCK, isStruck: true },
      ])
      const again = { caseId, place: 'referral_note', row: rows.note } as const
      expect(await strikeWords(app, viewers.firstManager, again, form())).toMatchObject({
        ...{ reason: 'struck', by: 'Test manager.first' },
      })
    }
  })

  it('of a provider are listed with its referral, for its own people, and read as struck from then on', async () => {
    const { app, viewers, database } = world
    const { caseId, row, words, by } = await declined()
    const { referralId } = await database.owner
      .selectFrom('referralHistory')
      .select('referralId')
      .where('id', '=', row)
      .executeTakeFirstOrThrow()
    const listed = (viewer: SignedInViewer) =>
      asViewer(database.app, viewer, trx => ownWords(trx, app.keys, viewer, { caseId, referralId }))
    expect(await listed(by)).toMatchObject([{ row, words, by: 'Test worker.second', isStruck: false }])
    for (const other of [viewers.lowNewtonOfficer, viewers.firstWorker, viewers.durhamOfficer])
      expect(await listed(other)).toEqual([])
    await strikeWords(app, by, { caseId, place: 'referral_note', row }, form())
    expect(await listed(by)).toMatchObject([{ words: WORDS_STRUCK, isStruck: true }])
  })

  it('on the closing of a case stand with what the team wrote', async () => {
    const { app, viewers, database } = world
    const { caseId, row, words } = await closed()
    const listed = await asViewer(database.app, viewers.lowNewtonColleague, trx =>
      ownWords(trx, app.keys, viewers.lowNewtonColleague, { caseId, referralId: null }),
    )
    expect(listed).toMatchObject([{ place: 'case_closing', row, words, reference: null }])
  })

  it('of the coordinator’s last answer are struck under what left the queue, and not shown there', async () => {
    const { app, viewers } = world
    const { caseId, last } = await endedBy('Her brother Finch rang')
    expect(await leftAnswer(viewers.coordinator, last)).toMatchObject({ strike: { row: last } })
    expect(JSON.stringify(await leftAnswer(viewers.coordinator, last))).not.toContain('Finch')
    for (const other of [
      viewers.lowNewtonOfficer,
      viewers.editor,
      viewers.firstManager,
      viewers.commissioner,
    ])
      expect([other.role, await strikeLeftAnswer(app, other, last, form()).catch(() => REFUSED)]).toEqual([
        other.role,
        REFUSED,
      ])
    expect(await strikeLeftAnswer(app, viewers.coordinator, last, form())).toEqual({ ok: true })
    expect(await held(caseId)).not.toContain('Finch')
    expect(await leftAnswer(viewers.coordinator, last)).toMatchObject({
      strike: null,
      words: expect.stringMatching(/: struck out$/) as string,
    })
    expect(await strikeLeftAnswer(app, viewers.coordinator, last, form())).toMatchObject({
      ...{ reason: 'struck', by: 'Test coordinator' },
    })
  })

  it('of the coordinator are the team’s to strike once the agreement was taken back', async () => {
    const { app, viewers, database } = world
    const { caseId, last } = await endedBy('Her cousin Swift rang')
    const words = { caseId, place: 'nobody_fits_answer', row: last } as const
    const team = viewers.lowNewtonColleague
    const listed = () =>
      asViewer(database.app, team, trx => ownWords(trx, app.keys, team, { caseId, referralId: null }))
    expect(await listed()).toEqual([])
    expect(await strikeWords(app, team, words, form())).toEqual(REFUSED)
    world.passTo(new Date(app.clock().getTime() + 60_000))
    await sendNobodyFits(app, viewers.lowNewtonOfficer, { caseId, agreed: 'yes' }, form())
    await takeBack(app, viewers.lowNewtonOfficer, { caseId, why: 'agreement_withdrawn' }, form())
    expect(await strikeLeftAnswer(app, viewers.coordinator, last, form())).toEqual(REFUSED)
    expect(await strikeWords(app, viewers.coordinator, words, form())).toEqual(REFUSED)
    expect(await strikeWords(app, viewers.durhamOfficer, words, form())).toEqual(REFUSED)
    const [latest, before] = await listed()
    expect(latest).toMatchObject({ row: last, words: 'Her cousin Swift rang', isStruck: false })
    expect(before?.words).toBe('Her brother Jay rang')
    expect(await strikeWords(app, team, words, form())).toEqual({ ok: true })
    expect((await listed())[0]).toMatchObject({ words: WORDS_STRUCK, isStruck: true })
  })
})

/** A case that a coordinator ended with these words. @returns it and the answer */
async function endedBy(note: string) {
  const { caseId } = await answered()
  const ends = { caseId, outcome: 'nothing_found', note } as const
  world.passTo(new Date(world.app.clock().getTime() + 60_000))
  await answerOfficer(world.app, world.viewers.coordinator, ends, form())
  const { id: last } = await world.database.owner
    .selectFrom('nobodyFitsAnswer')
    .select('id')
    .where('caseId', '=', caseId)
    .orderBy('writtenAt', 'desc')
    .executeTakeFirstOrThrow()
  return { caseId, last }
}

/** An answer as it is listed with what left the queue. */
async function leftAnswer(viewer: SignedInViewer, row: string) {
  const { left } = await leftQueueFor(world.app, viewer, 1)
  return left.flatMap(({ answers }) => answers).find(({ id }) => id === row)
}

const REFUSED = { ok: false, reason: 'not_found' }
