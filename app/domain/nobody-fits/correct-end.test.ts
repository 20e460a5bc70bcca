import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anotherCase, createReferralWorld, form, type ReferralWorld } from '@tests/factories/referral-world'
import { nobodyFitsFor } from '../../screens/case-nobody-fits/facts.server'
import { leftQueueFor } from '../../screens/queue/facts.server'
import { answerOfficer, takeFromQueue } from './coordinate.server'
import { correctEnd } from './correct-end.server'
import type { EndedAs } from './nobody-fits'
import { handOver } from '../casework/hand-over.server'
import { sendNobodyFits, takeBack } from './send.server'

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

const officer = () => world.viewers.lowNewtonOfficer
const coordinator = () => world.viewers.coordinator

/** A case in the queue that the coordinator has taken. @returns it and its entry */
async function taken() {
  const caseId = await anotherCase(world)
  await sendNobodyFits(world.app, officer(), { caseId, agreed: 'yes' }, form())
  await takeFromQueue(world.app, coordinator(), caseId, form())
  const { id } = await world.database.owner
    .selectFrom('nobodyFits')
    .select('id')
    .where('caseId', '=', caseId)
    .executeTakeFirstOrThrow()
  return { caseId, entryId: id }
}

async function ended(outcome: 'place_found' | 'nothing_found') {
  const entry = await taken()
  await answerOfficer(world.app, coordinator(), { caseId: entry.caseId, outcome, note: 'Rang them' }, form())
  return entry
}

function correct(entryId: string, shown: EndedAs, endedAs: EndedAs, viewer = coordinator()) {
  return correctEnd(world.app, viewer, { entryId, shown, endedAs }, form())
}

async function lineFor(entryId: string, viewer = coordinator()) {
  return (await leftQueueFor(world.app, viewer, 1)).left.find(({ id }) => id === entryId)
}

async function before(caseId: string, viewer = officer()) {
  return (await nobodyFitsFor(world.app, viewer, caseId))?.earlier.map(({ words }) => words)
}

/** Whom a correction was told, in order. */
async function told() {
  const { rows } = await sql<{ personId: string }>`
    select data ->> 'personId' as person_id from pgboss.job
    where name = 'notify' and data ->> 'template' = 'queue_end_corrected' order by created_on`.execute(
    world.database.owner,
  )
  return rows.map(({ personId }) => personId)
}

describe('how a case left the queue', () => {
  it('is said anew by a coordinator: what it said stays in the history, and the officer is told', async () => {
    const { caseId, entryId } = await ended('nothing_found')
    expect((await lineFor(entryId))?.words).toMatch(/^Nothing was found: .+, Test coordinator$/)
    const many = (await told()).length
    expect(await correct(entryId, 'nothing_found', 'place_found')).toEqual({ ok: true })
    const words = /^A place was found: .+\(said before: nothing was found; put right by Test coordinator, /
    expect((await lineFor(entryId))?.words).toMatch(words)
    expect(await before(caseId)).toEqual([expect.stringMatching(words)])
    expect((await told()).slice(many)).toEqual([officer().personId])
    const counted = await world.database.owner
      .selectFrom('nobodyFits')
      .select('endedAs')
      .where('id', '=', entryId)
      .executeTakeFirst()
    expect(counted).toEqual({ endedAs: 'place_found' })
  })

  it('as the prison’s team said it is said anew by the team, and coordinators know nothing of it', async () => {
    const { caseId, entryId } = await taken()
    await takeBack(world.app, officer(), { caseId, why: 'taken_back' }, form())
    const many = (await told()).length
    const { lowNewtonColleague } = world.viewers
    expect(await correct(entryId, 'taken_back', 'agreement_withdrawn', lowNewtonColleague)).toEqual({
      ok: true,
    })
    expect(await before(caseId)).toEqual([
      expect.stringMatching(
        /^The person took back the agreement: .+said before: no longer needed; put right by/,
      ),
    ])
    expect((await told()).slice(many)).toEqual([])
    expect(await lineFor(entryId)).toBeUndefined()
  })

  it('is known to coordinators no more once the person takes the agreement back, or says no', async () => {
    for (const agreed of ['yes', 'no'] as const) {
      const { caseId, entryId } = await ended('nothing_found')
      expect(await lineFor(entryId)).toMatchObject({ id: entryId })
      world.passTo(new Date(world.app.clock().getTime() + 60_000))
      await sendNobodyFits(world.app, officer(), { caseId, agreed }, form())
      expect([agreed, (await lineFor(entryId)) !== undefined]).toEqual([agreed, agreed === 'yes'])
      if (agreed === 'yes')
        await takeBack(world.app, officer(), { caseId, why: 'agreement_withdrawn' }, form())
      expect(await lineFor(entryId)).toBeUndefined()
      const refused = { ok: false, reason: 'already' }
      expect(await correct(entryId, 'nothing_found', 'place_found')).toEqual(refused)
    }
  })

  it('is told to the team that has the case now, where another sent it', async () => {
    const { caseId, entryId } = await ended('nothing_found')
    const { lowNewtonOfficer, durhamOfficer } = world.viewers
    const { version } = await world.database.owner
      .selectFrom('personCase')
      .select('version')
      .where('id', '=', caseId)
      .executeTakeFirstOrThrow()
    const to = { caseId, version, prison: durhamOfficer.organisationId }
    expect(await handOver(world.app, lowNewtonOfficer, to, form())).toMatchObject({ ok: true })
    const many = (await told()).length
    expect(await correct(entryId, 'nothing_found', 'place_found')).toEqual({ ok: true })
    const reached = (await told()).slice(many)
    expect(reached).toContain(durhamOfficer.personId)
    expect(reached).not.toContain(lowNewtonOfficer.personId)
  })

  it('is nobody else’s to say, is not said as the other side says it, nor over a colleague’s', async () => {
    const { caseId, entryId } = await ended('nothing_found')
    const refused = { ok: false, reason: 'already' }
    const { editor, administrator, durhamOfficer, firstManager } = world.viewers
    for (const viewer of [editor, administrator, durhamOfficer, firstManager, officer()]) {
      expect(await correct(entryId, 'nothing_found', 'place_found', viewer)).toEqual(refused)
      expect(await lineFor(entryId, viewer)).toBeUndefined()
    }
    expect(await correct(entryId, 'nothing_found', 'taken_back')).toEqual(refused)
    expect(await correct(entryId, 'nothing_found', 'nothing_found')).toEqual(refused)
    expect(await correct(entryId, 'place_found', 'referred_elsewhere')).toEqual(refused)
    expect(await correct('', 'nothing_found', 'place_found')).toEqual(refused)
    expect(await before(caseId)).toEqual([expect.not.stringContaining('said before')])
  })

  it('names nobody: coordinators read a reference and how, long after the reading has ended', async () => {
    const { caseId, entryId } = await ended('place_found')
    const line = await lineFor(entryId)
    const { reference } = await world.database.owner
      .selectFrom('personCase')
      .select('reference')
      .where('id', '=', caseId)
      .executeTakeFirstOrThrow()
    expect(line?.reference).toBe(reference)
    expect(Object.keys(line ?? {})).toEqual(['id', 'reference', 'words', 'correct', 'answers'])
    expect(JSON.stringify(line)).not.toContain(caseId)
    expect(JSON.stringify(line)).not.toContain('Rang them')
  })
})
