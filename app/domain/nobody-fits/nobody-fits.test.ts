import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asStatistician, asViewer } from '@db/viewer-transaction'
import { newId } from '@db/id'
import {
  anotherCase,
  createReferralWorld,
  form,
  offered,
  type ReferralWorld,
  submitted,
} from '@tests/factories/referral-world'
import { declineReferral } from '../referral/events/decline/act.server'
import { closeCase } from '../casework/close-case.server'
import { answerOfficer, takeFromQueue } from './coordinate.server'
import { entriesOf } from './entries.server'
import { sendNobodyFits, takeBack } from './send.server'
import { nobodyFitsFor } from '../../screens/case-nobody-fits/facts.server'
import { queueFor } from '../../screens/queue/facts.server'
import { queueEntryFor } from '../../screens/queue-entry/facts.server'

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

function officer() {
  return world.viewers.lowNewtonOfficer
}

function send(caseId: string, agreed: 'yes' | 'no' = 'yes', viewer = officer()) {
  return sendNobodyFits(world.app, viewer, { caseId, agreed }, form())
}

function read(caseId: string, viewer = world.viewers.coordinator) {
  return queueEntryFor(world.app, viewer, caseId)
}

async function queued(caseId: string, viewer = world.viewers.coordinator) {
  return (await queueFor(world.app, viewer)).some(line => line.caseId === caseId)
}

/** What a row policy lets the coordinator read of a case, table by table. */
function rowsOf(caseId: string) {
  const tables = [
    'case_identity',
    'case_custody',
    'case_needs',
    'case_safety',
    'case_search',
    'outcome_check',
    'referral',
  ]
  return asViewer(world.app.db, world.viewers.coordinator, async trx => {
    const counts: Record<string, number> = {}
    for (const table of tables) {
      const { rows } = await sql<{ many: number }>`
        select count(*)::int as many from ${sql.table(table)} where case_id = ${caseId}`.execute(trx)
      counts[table] = rows[0]?.many ?? 0
    }
    return counts
  })
}

describe('nobody fits', () => {
  it('is asked about where a place is held for the person, and put down only of the place that was shown', async () => {
    const caseId = await anotherCase(world)
    const { referralId } = await offered(world, 'hostel', caseId, 0)
    const refused = { ok: false, reason: 'has_place' }
    for (const agreed of ['yes', 'no'] as const) expect(await send(caseId, agreed)).toEqual(refused)
    expect((await nobodyFitsFor(world.app, officer(), caseId))?.places).toEqual({
      value: `${referralId} offered`,
      text: 'A place is held for the person: Rowan Hostel (offered). Nobody fits all the same',
    })
    const sure = (sureOf: string) =>
      sendNobodyFits(world.app, officer(), { caseId, agreed: 'yes', sureOf }, form())
    expect(await sure(`${referralId} accepted`)).toEqual(refused)
    expect(await sure(`${referralId} offered`)).toEqual({ ok: true })
    expect(await queued(caseId)).toBe(true)
  })

  it('with a yes is read by the region’s coordinator as triage would, and by nobody else', async () => {
    const caseId = await anotherCase(world)
    expect([await queued(caseId), await read(caseId)]).toEqual([false, null])
    expect(await send(caseId)).toEqual({ ok: true })
    expect(await queued(caseId)).toBe(true)
    const shown = await read(caseId)
    const all = JSON.stringify(shown)
    for (const told of ['Wren', 'Siskin', '1991', 'T000']) expect(all).not.toContain(told)
    expect(shown?.person.map(({ key }) => key)).toEqual([
      'Reference',
      'Who',
      'Leaves',
      'Release',
      'Preferred areas',
      'Household',
      'Support',
      'Money',
      'Curfew or tag',
      'Supervised OST',
      'Risk in bands',
    ])
    expect(shown?.person).toContainEqual({ key: 'Release', value: 'Week of Mon 8 March · firm' })
    expect(shown?.contact).toMatchObject({ officer: 'Test officer.lownewton', team: 'HMP & YOI Low Newton' })
    expect(Object.values(await rowsOf(caseId))).toEqual([0, 0, 0, 0, 0, 0, 0])
    const { editor, administrator, firstManager, durhamOfficer } = world.viewers
    for (const other of [editor, administrator, firstManager, durhamOfficer])
      expect([await queued(caseId, other), await read(caseId, other)]).toEqual([false, null])
  })

  it('with a no counts as need, is sent to nobody, and can become a yes', async () => {
    const caseId = await anotherCase(world)
    expect(await send(caseId, 'no')).toEqual({ ok: true })
    expect(await send(caseId, 'no')).toEqual({ ok: false, reason: 'already' })
    expect([await queued(caseId), await read(caseId)]).toEqual([false, null])
    const counted = await asStatistician(world.database.worker, trx =>
      trx.selectFrom('nobodyFits').select(['agreed', 'endedAs']).where('caseId', '=', caseId).execute(),
    )
    expect(counted).toEqual([{ agreed: 'no', endedAs: null }])
    expect(await send(caseId)).toEqual({ ok: true })
    expect(await queued(caseId)).toBe(true)
  })

  it('says what was tried, as it stood then', async () => {
    const caseId = await anotherCase(world)
    const target = await submitted(world, 'womensHouse', caseId, 1)
    const reasons = { primary: 'capacity.no_bed_in_area', others: [], note: null }
    const declined = await declineReferral(
      world.app,
      world.viewers.firstManager,
      { ...target, reasons },
      form(),
    )
    if (!declined.ok) throw new Error(declined.reason)
    await send(caseId)
    expect((await read(caseId))?.tried).toEqual([
      { key: 'Searches for the case', value: 'None with what decides known, and without words or filters' },
      { key: 'Referral: Larch House', value: 'Declined: Capacity' },
    ])
  })

  it('names no refuge, and of a reason its category: to the officer who asks for the yes as to the coordinator', async () => {
    const caseId = await anotherCase(world)
    const asked = await submitted(world, 'refuge', caseId, 1)
    const reasons = { primary: 'risk.arson', others: [], note: null }
    await declineReferral(world.app, world.viewers.firstManager, { ...asked, reasons }, form())
    await submitted(world, 'womensHouse', caseId, 1)
    const rows = [
      { key: 'Searches for the case', value: 'None with what decides known, and without words or filters' },
      { key: 'Referral: A refuge', value: 'Declined' },
      { key: 'Referral: Larch House', value: 'Submitted' },
    ]
    const byKey = (shown: typeof rows = []) => shown.toSorted((a, b) => a.key.localeCompare(b.key))
    const preview = async () => byKey((await nobodyFitsFor(world.app, officer(), caseId))?.triedPreview)
    expect(await preview()).toEqual(byKey(rows))
    await send(caseId)
    expect(byKey((await read(caseId))?.tried)).toEqual(byKey(rows))
    expect(await preview()).toEqual(byKey(rows))
    // Nor does any query of hers find it.
    const kept = await asViewer(world.app.db, world.viewers.coordinator, trx =>
      trx.selectFrom('nobodyFits').select('tried').where('caseId', '=', caseId).executeTakeFirstOrThrow(),
    )
    const text = JSON.stringify(kept.tried)
    expect(text).toContain(world.services.womensHouse)
    for (const hidden of [world.services.refuge, 'arson', 'risk']) expect(text).not.toContain(hidden)
  })

  it('ends the reading at once where the person takes the agreement back, and where the case closes', async () => {
    const caseId = await anotherCase(world)
    await send(caseId)
    await takeFromQueue(world.app, world.viewers.coordinator, caseId, form())
    const why = 'agreement_withdrawn'
    expect(await takeBack(world.app, officer(), { caseId, why }, form())).toEqual({ ok: true })
    expect([await queued(caseId), await read(caseId)]).toEqual([false, null])
    const answer = { caseId, outcome: 'place_found', note: 'Ring me' } as const
    expect(await answerOfficer(world.app, world.viewers.coordinator, answer, form())).toEqual({
      ok: false,
      reason: 'not_found',
    })
    await send(caseId)
    expect(await queued(caseId)).toBe(true)
    const closing = { reason: 'housed', note: null, notKnown: 'yes' } as const
    expect(await closeCase(world.app, officer(), { caseId, version: 1 }, closing, form())).toEqual({
      ok: true,
    })
    expect([await queued(caseId), await read(caseId)]).toEqual([false, null])
  })

  it('is taken and answered by the coordinator, and the team reads the answer', async () => {
    const caseId = await anotherCase(world)
    await send(caseId)
    const { coordinator } = world.viewers
    expect(await takeFromQueue(world.app, coordinator, caseId, form())).toEqual({ ok: true })
    const looking = { caseId, outcome: 'still_looking', note: 'I rang three houses' } as const
    expect(await answerOfficer(world.app, coordinator, looking, form())).toEqual({ ok: true })
    expect(await queued(caseId)).toBe(true)
    const found = { caseId, outcome: 'place_found', note: 'Larch House takes her' } as const
    expect(await answerOfficer(world.app, coordinator, found, form())).toEqual({ ok: true })
    expect(await queued(caseId)).toBe(false)
    const [entry] = await asViewer(world.app.db, world.viewers.lowNewtonColleague, trx =>
      entriesOf(trx, world.app.keys, caseId),
    )
    expect(entry?.ended?.as).toBe('place_found')
    // Whoever sent it is told of each answer, and of none of its words.
    const { rows: told } = await sql<{ data: Record<string, string> }>`
      select data - 'messageId' as data from pgboss.job where name = 'notify' and data ->> 'template' = 'queue_answered'`.execute(
      world.database.owner,
    )
    const officer = { personId: world.viewers.lowNewtonOfficer.personId, template: 'queue_answered' }
    expect(told.map(({ data }) => data)).toEqual([officer, officer])
    expect(entry?.answers.map(({ words, by }) => [words, by]).sort()).toEqual([
      ['I rang three houses', 'Test coordinator'],
      ['Larch House takes her', 'Test coordinator'],
    ])
    const { rows } = await sql<{ note: Buffer }>`select note from nobody_fits_answer`.execute(
      world.database.owner,
    )
    expect(rows.map(({ note }) => note.toString('latin1')).join()).not.toContain('Larch')
  })

  it('lets no officer open another prison’s case by way of the queue', async () => {
    const caseId = await anotherCase(world)
    await send(caseId)
    const entry = await world.database.owner
      .selectFrom('nobodyFits')
      .select('id')
      .where('caseId', '=', caseId)
      .executeTakeFirstOrThrow()
    const { durhamOfficer } = world.viewers
    const opens = asViewer(world.app.db, durhamOfficer, trx =>
      trx
        .insertInto('caseReader')
        .values({
          id: newId(),
          caseId,
          organisationId: durhamOfficer.organisationId,
          tier: 3,
          queueId: entry.id,
        })
        .execute(),
    )
    await expect(opens).rejects.toThrow(/row-level security/)
  })
})
