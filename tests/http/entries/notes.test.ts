import { sql, type Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKeyRing } from '@db/encryption/key-ring'
import { newId } from '@db/id'
import type { DB } from '@db/schema'
import type { SignedInViewer } from '@db/viewer'
import { asViewer, asWorker } from '@db/viewer-transaction'
import { insertCase } from '~/domain/case/record/insert-case.server'
import { PersonFacts } from '~/domain/eligibility/facts'
import { tellEntryNote } from '~/domain/notification/tell-entry-note.server'
import { messageNamed } from '~/domain/notification/messages'
import { addMember, addOrganisation } from '../../factories/organisation'
import { addService } from '../../factories/service'
import { TEST_MASTER_KEY } from '../../support/server'
import { ENTRY_NOW, type EntryStage, openEntryStage } from './entry-stage'

let stage: EntryStage
let serviceId: string
beforeAll(async () => {
  stage = await openEntryStage()
  const { owner } = stage.database
  await owner
    .updateTable('organisation')
    .set({ teamEmail: 'team@marl.example' })
    .where('id', '=', stage.organisationId)
    .execute()
}, 300_000)
afterAll(() => stage?.close())

/** A house of its own for each test. */
async function house(more: object = {}): Promise<void> {
  const { organisationId } = stage
  const made = await addService(stage.database.owner, {
    ...{
      organisationId,
      name: 'Fellside House',
      authorities: ['E08000021'],
      policy: {},
      bedspaces: 1,
      ...more,
    },
  })
  serviceId = made.id
}

const page = () => `/services/${serviceId}/something-is-wrong`

function tell(who: 'officer' | 'stranger' | 'manager' | 'council' = 'officer', kind = 'contact', words = '') {
  return stage.send(who, page(), [
    ['kind', kind],
    ['words', words],
  ])
}

async function notes() {
  return stage.database.owner
    .selectFrom('entryNote')
    .selectAll()
    .where('serviceId', '=', serviceId)
    .orderBy('toldAt')
    .execute()
}

async function told(kind = 'contact', words = 'The number is somebody else’s now'): Promise<string> {
  const sent = await tell('officer', kind, words)
  expect([sent.status, sent.to]).toEqual([303, page()])
  return (await notes()).find(note => note.kind === kind)?.id ?? ''
}

/** Who is told by the job that waits, as which message. */
async function owed(noteId: string, which: 'note' | 'answer') {
  const { owner, worker } = stage.database
  const { rows } = await sql`select 1 from pgboss.job where name = 'notify'
    and data ->> 'entryNoteId' = ${noteId} and data ->> 'told' = ${which}`.execute(owner)
  expect(rows.length).toBeGreaterThan(0)
  const telling = { noteId, told: which, sendsMail: true }
  const count = await asWorker(worker, trx => tellEntryNote(trx, stage.server.app.jobs, telling))
  expect(await asWorker(worker, trx => tellEntryNote(trx, stage.server.app.jobs, telling))).toBe(0)
  const messages = await owner
    .selectFrom('message')
    .select(['personId', 'teamId', 'template'])
    .where('entryNoteId', '=', noteId)
    .execute()
  expect(messages.filter(({ template }) => template === TEMPLATES[which])).toHaveLength(count)
  return messages.filter(({ template }) => template === TEMPLATES[which])
}
const TEMPLATES = { note: 'entry_note', answer: 'entry_note_answered' }

describe('that something is wrong with an entry', () => {
  it('is told from its page, reaches the provider’s people, team and the editors, and says no word by mail', async () => {
    await house()
    expect((await stage.read('officer', `/services/${serviceId}`)).body).toContain(page())
    expect((await stage.read('nobody', `/services/${serviceId}`)).body).not.toContain(page())
    const own = (await stage.read('manager', `/services/${serviceId}`)).body
    expect(own).not.toContain(page())
    expect(own).toContain('Change this entry')

    const id = await told()
    const messages = await owed(id, 'note')
    const { manager, worker } = stage.viewers
    expect(new Set(messages.map(({ personId, teamId }) => personId ?? teamId))).toEqual(
      new Set([manager.personId, worker.personId, stage.organisationId]),
    )
    const words = JSON.stringify(messageNamed('entry_note'))
    expect(words).not.toContain('Fellside')
    for (const [who, path] of [
      ['manager', `/our-services/${serviceId}`],
      ['worker', `/our-services/${serviceId}`],
      ['editor', '/approvals'],
      ['administrator', '/approvals'],
    ] as const) {
      const { body } = await stage.read(who, path)
      expect(body).toContain(`/entry-notes/${id}`)
      expect(body).toContain('The number is somebody else’s now')
    }
    expect((await stage.read('editor', '/administration')).body).toMatch(/\d+ notes? says? that/)
  })

  it('waits on the home of a council whose entry it is', async () => {
    await house({ organisationId: stage.viewers.council.organisationId, name: 'Housing options' })
    expect((await stage.read('council', '/council')).body).toContain('Housing options')
    const waits = 'Somebody says that something is wrong with it'
    expect((await stage.read('council', '/council')).body).not.toContain(waits)
    await told()
    expect((await stage.read('council', '/council')).body).toContain(waits)
  })

  it('needs to be said what, in words where it is something else, at most 300, and keeps the typing', async () => {
    await house()
    const empty = await tell('officer', '', '')
    expect([empty.status, empty.body.includes('Choose what is wrong')]).toEqual([422, true])
    const other = await tell('officer', 'other', '')
    expect([other.status, other.body.includes('Say what is wrong')]).toEqual([422, true])
    const long = await tell('officer', 'policy', 'x'.repeat(301))
    expect([long.status, long.body.includes('Enter 300 characters or fewer')]).toEqual([422, true])
    expect(long.body).toContain('x'.repeat(301))
    expect(await notes()).toEqual([])
  })

  it.each([
    ['a prison number', 'A1234BC was turned away', 'Take out the prison number'],
    ['a birthday', 'She was born on 3 2 1991', 'Take out the date of birth'],
    ['a title and name', 'Ring Mrs Siskin', 'Take out the name'],
    [
      'the name of somebody of the team’s cases',
      'Tell them about zoë o’shea-quill',
      'Take out the name of somebody',
    ],
  ])('is refused where it holds %s', async (_what, words, why) => {
    await house()
    await caseOf('Zoe O Shea Quill')
    const refused = await tell('officer', 'audience', words)
    expect(refused.status).toBe(422)
    expect(refused.body).toContain(why)
    expect(await notes()).toEqual([])
  })

  it('is told once a day for one kind, and taken by nobody who keeps the entry, nor of one that is no entry', async () => {
    await house()
    await told()
    const again = await tell('officer', 'contact', 'And again')
    expect([again.status, again.body.includes('You told the same of this service today')]).toEqual([
      409,
      true,
    ])
    expect((await tell('officer', 'vacancy')).status).toBe(303)
    expect((await tell('stranger', 'contact')).status).toBe(303)
    expect(await notes()).toHaveLength(3)
    expect((await tell('manager')).status).toBe(404)
    await stage.database.owner
      .updateTable('service')
      .set({ archivedAt: ENTRY_NOW })
      .where('id', '=', serviceId)
      .execute()
    expect((await tell('officer', 'policy')).status).toBe(404)
  })

  it('is told once a day of one kind even where it was taken back, and again the next day', async () => {
    await house()
    const id = await told()
    expect((await stage.send('officer', `/entry-notes/${id}`, [['intent', 'take_back']])).status).toBe(303)
    const again = await tell('officer', 'contact')
    expect([
      again.status,
      again.body.includes('if it was answered or taken back, come back tomorrow'),
    ]).toEqual([409, true])
    await stage.database.owner
      .updateTable('entryNote')
      .set({ toldOn: '2027-01-31' })
      .where('id', '=', id)
      .execute()
    expect((await tell('officer', 'contact')).status).toBe(303)
  })

  it('is told of a service whose places are hidden as of any other, and shows none of them', async () => {
    await house({ confidential: true })
    const { owner } = stage.database
    const site = { id: newId(), serviceId, name: 'The house', address: '7 Hidden Row', postcode: 'NE4 5TG' }
    await owner
      .insertInto('confidentialSite')
      .values({ ...site, lat: 54.9, lng: -1.6 })
      .execute()
    const id = await told()
    for (const who of ['officer', 'manager', 'editor'] as const)
      for (const path of [`/entry-notes/${id}`, ...(who === 'officer' ? [page()] : [])])
        expect((await stage.read(who, path)).body).not.toMatch(/Hidden Row|NE4 5TG|The house/)
    expect(await owed(id, 'note')).not.toEqual([])
  })
})

describe('a note about an entry', () => {
  it('is corrected and taken back by its teller while it is open, and stands in the history', async () => {
    await house()
    const id = await told()
    const path = `/entry-notes/${id}`
    const wrong = await stage.send('officer', path, [
      ['intent', 'correct'],
      ['kind', 'other'],
    ])
    expect([wrong.status, wrong.body.includes('Say what is wrong')]).toEqual([422, true])
    const correct = await stage.send('officer', path, [
      ['intent', 'correct'],
      ['kind', 'policy'],
      ['words', 'It takes couples now'],
    ])
    expect([correct.status, correct.to]).toEqual([303, path])
    expect((await stage.read('manager', path)).body).toContain('It takes couples now')
    const stale = await stage.send('officer', path, [
      ['version', '1'],
      ['intent', 'take_back'],
    ])
    expect(stale.status).toBe(409)
    expect((await stage.send('manager', path, [['intent', 'take_back']])).status).toBe(404)
    expect((await stage.send('officer', path, [['intent', 'take_back']])).status).toBe(303)
    expect((await stage.read('officer', path)).body).toContain('Taken back')
    expect((await stage.read('manager', `/our-services/${serviceId}`)).body).not.toContain(path)
    const { body } = await stage.read('manager', `/our-services/${serviceId}/history`)
    for (const line of [
      'Note that something is wrong (how to reach it) added',
      'Note that something is wrong: whom it takes, or on what terms (was how to reach it)',
      'Words of a note that something is wrong: It takes couples now (was The number is somebody else’s now)',
      'Note that something is wrong taken back',
    ])
      expect(body).toContain(line)
  })

  it('is answered, the answer corrected, and read by whoever told', async () => {
    await house()
    const id = await told()
    const path = `/entry-notes/${id}`
    const unsaid = await stage.send('manager', path, [['intent', 'answer']])
    expect([unsaid.status, unsaid.body.includes('Choose how it stands')]).toEqual([422, true])
    const answer = (who: 'manager' | 'editor' | 'worker' | 'stranger', code: string, words: string) =>
      stage.send(who, path, [
        ['version', who === 'editor' ? '2' : '1'],
        ['intent', 'answer'],
        ['answer', code],
        ['answerWords', words],
      ])
    expect((await answer('worker', 'right', '')).status).toBe(404)
    expect((await answer('stranger', 'right', '')).status).toBe(404)
    expect((await answer('manager', 'right', 'We rang it just now')).status).toBe(303)
    const teller = stage.viewers.officer.personId
    expect(await owed(id, 'answer')).toEqual([
      { personId: teller, teamId: null, template: 'entry_note_answered' },
    ])
    const first = (await stage.read('officer', path)).body
    expect(first).toContain('It is right as it stands')
    expect(first).toContain('We rang it just now')
    expect(first).not.toContain('Take it back')
    expect(first).toMatch(new RegExp(`Is it still wrong\\?[^]*href="${page()}"[^]*Tell it again`))
    expect((await stage.read('editor', '/approvals')).body).not.toContain(path)
    expect((await answer('editor', 'mended', 'It was the old number')).status).toBe(303)
    expect((await stage.read('officer', page())).body).toContain('It was wrong, and is mended')
    expect(
      (
        await stage.send('officer', path, [
          ['version', '3'],
          ['intent', 'take_back'],
        ])
      ).status,
    ).toBe(409)
    expect((await stage.read('manager', path)).body).not.toContain('Is it still wrong')
    const { body } = await stage.read('manager', `/our-services/${serviceId}/history`)
    expect(body).toContain('Words of the answer: It was the old number (was We rang it just now)')
  })

  it('has its words struck out by who typed such, or an administrator, and out of the history too', async () => {
    await house()
    const id = await told('policy', 'They turned Gail away on Monday')
    const path = `/entry-notes/${id}`
    await stage.send('officer', path, [
      ['intent', 'correct'],
      ['kind', 'policy'],
      ['words', 'Gail was turned away'],
    ])
    await stage.send('manager', path, [
      ['intent', 'answer'],
      ['answer', 'right'],
      ['answerWords', 'Gail came too late'],
    ])
    const strike = (who: 'officer' | 'manager' | 'editor' | 'administrator' | 'worker', part: string) =>
      stage.send(who, path, [
        ['intent', 'strike'],
        ['part', part],
      ])
    for (const who of ['manager', 'editor', 'worker'] as const)
      expect([who, (await strike(who, 'words')).status]).toEqual([who, 404])
    expect((await strike('officer', 'answer_words')).status).toBe(404)
    const wrong = await strike('officer', 'kind')
    expect([wrong.status, wrong.body.includes('Choose what to strike out')]).toEqual([422, true])
    expect((await strike('officer', 'words')).to).toBe(path)
    expect((await strike('manager', 'answer_words')).to).toBe(path)
    const before = await notes()
    for (const [second, part, first] of [
      ['administrator', 'words', 'officer'],
      ['editor', 'answer_words', 'manager'],
    ] as const) {
      const late = await strike(second, part)
      expect([late.status, late.body]).toEqual([409, expect.stringContaining('struck out already')])
      expect(late.body).toContain(`Person at ${first}@entries.example struck them out: 1 February 2027`)
      expect((await stage.read(second, path)).body).toContain(
        `These words were struck out by Person at ${first}@entries.example, 1 February 2027`,
      )
    }
    expect(await notes()).toEqual(before)

    const { owner } = stage.database
    const [kept] = await notes()
    expect([kept?.words, kept?.answerWords]).toEqual([
      'These words were struck out',
      'These words were struck out',
    ])
    const changes = await owner.selectFrom('recordChange').selectAll().where('rowKey', '=', id).execute()
    expect(changes.length).toBe(5)
    expect(JSON.stringify(changes)).not.toContain('Gail')
    for (const address of [path, `/our-services/${serviceId}`, `/our-services/${serviceId}/history`])
      expect((await stage.read('manager', address)).body).not.toContain('Gail')
    const history = (await stage.read('manager', `/our-services/${serviceId}/history`)).body
    for (const line of [
      'Words of a note that something is wrong, or of its answer, struck out',
      'Words of the answer to a note that something is wrong struck out',
    ])
      expect(history).toContain(line)
    expect((await stage.read('manager', path)).body).not.toContain('should never have been typed')
  })

  it('may be struck out by an administrator after it was taken back', async () => {
    await house()
    const id = await told('policy', 'They turned Gail away on Monday')
    const path = `/entry-notes/${id}`
    await stage.send('officer', path, [['intent', 'take_back']])
    const strike = [
      ['intent', 'strike'],
      ['part', 'words'],
    ] as [string, string][]
    expect((await stage.send('administrator', path, strike)).status).toBe(303)
    expect((await notes())[0]?.words).toBe('These words were struck out')
    expect((await stage.read('administrator', path)).body).not.toContain('Gail')
  })

  it('is no page for anybody else', async () => {
    await house()
    const id = await told()
    for (const who of ['stranger', 'council'] as const)
      expect([who, (await stage.read(who, `/entry-notes/${id}`)).status]).toEqual([who, 404])
  })
})

describe('on the database itself, a note', () => {
  it('is read and answered by another organisation’s people by no SQL, and worded by nobody but its teller', async () => {
    await house()
    const id = await told()
    const { owner, app } = stage.database
    const colleague = await addMember(owner, stage.viewers.officer.organisationId, 'officer')
    const commissioner = await addMember(
      owner,
      await addOrganisation(owner, { kind: 'commissioner' }),
      'commissioner',
    )
    const write = (viewer: SignedInViewer, set: string) =>
      asViewer(app, viewer, async (trx: Kysely<DB>) => {
        const { numAffectedRows } = await sql`update entry_note set ${sql.raw(set)} where id = ${id}`.execute(
          trx,
        )
        return Number(numAffectedRows)
      }).catch((error: unknown) => String(error))
    const answered = (by: SignedInViewer) =>
      `answer = 'right', answered_at = app_now(), answered_by = '${by.personId}'`
    const { officer, manager, worker, stranger, council, editor } = stage.viewers
    for (const viewer of [stranger, council, colleague, commissioner]) {
      const seen = await asViewer(app, viewer, trx =>
        trx.selectFrom('entryNote').select('id').where('id', '=', id).execute(),
      )
      expect([viewer.role, seen]).toEqual([viewer.role, []])
    }
    for (const viewer of [stranger, council, colleague, worker])
      expect([viewer.role, await write(viewer, answered(viewer))]).toEqual([viewer.role, 0])
    expect(await write(commissioner, `words = 'x'`)).toBe(0)
    expect(await write(commissioner, answered(commissioner))).toContain('permission denied')
    // The teller words it and answers nothing; who keeps the entry answers it and words nothing, in nobody else's name.
    expect(await write(officer, answered(officer))).toContain('who keeps the entry says this')
    for (const keeper of [manager, editor]) {
      expect(await write(keeper, `words = 'x'`)).toContain('the teller says this')
      expect(await write(keeper, `taken_back_at = app_now()`)).toContain('the teller says this')
    }
    expect(await write(manager, answered(editor))).toContain('who keeps the entry says this')
    expect(await write(officer, `words = 'y'`)).toBe(1)
    expect(await write(manager, answered(manager))).toBe(1)
    expect(await write(officer, `words = 'z'`)).toBe(0)
    // Nobody tells in another's name, or of their own entry.
    const insert = (viewer: SignedInViewer, by: SignedInViewer) =>
      asViewer(app, viewer, trx =>
        trx
          .insertInto('entryNote')
          .values({
            ...{ id: newId(), serviceId, kind: 'closed', words: null },
            ...{ toldBy: by.personId, toldOrganisationId: by.organisationId },
          })
          .execute(),
      ).then(
        () => 'told',
        (error: unknown) => String(error),
      )
    expect(await insert(stranger, officer)).toContain('row-level security')
    expect(await insert(manager, manager)).toContain('row-level security')
    expect(await insert(commissioner, commissioner)).toBe('told')
  })
})

async function caseOf(name: string): Promise<void> {
  const { organisationId, personId: createdBy } = stage.viewers.officer
  const { owner } = stage.database
  const number = `N${String(7000 + (await owner.selectFrom('personCase').select('id').execute()).length)}AA`
  await owner.transaction().execute(trx =>
    insertCase(
      trx,
      createKeyRing(TEST_MASTER_KEY),
      {
        id: newId(),
        identity: { prisonNumber: number, name, dateOfBirth: '1991-02-03', crn: null },
        columns: {
          ...{ organisationId, createdBy, prisonCode: 'LNI', sex: 'woman', custodyStatus: 'sentenced' },
          ...{ releaseOn: '2027-05-03', releaseConfidence: 'firm', releaseType: 'automatic' },
          homeAuthority: 'E08000021',
        },
        facts: PersonFacts.parse({}),
      },
      ENTRY_NOW,
    ),
  )
}
