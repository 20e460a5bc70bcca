import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '@db/id'
import { asViewer } from '@db/viewer-transaction'
import { createCase } from '~/domain/case/record/create-case.server'
import { domainContext } from '../../factories/domain-context'
import { form } from '../../factories/referral-world'
import { addService } from '../../factories/service'
import { ENTRY_NOW, type EntryStage, openEntryStage } from './entry-stage'

let stage: EntryStage
let serviceId = ''
beforeAll(async () => {
  stage = await openEntryStage()
}, 300_000)
afterAll(() => stage?.close())

beforeEach(async () => {
  const made = { organisationId: stage.organisationId, name: 'Elm House', authorities: ['E08000021'] }
  ;({ id: serviceId } = await addService(stage.database.owner, {
    ...made,
    kind: 'parenting_programme',
    programme: {},
  }))
  await stage.database.owner
    .updateTable('service')
    .set({ approvedAt: null, submittedAt: ENTRY_NOW })
    .where('id', '=', serviceId)
    .execute()
})

const approval = () => `/approvals/${serviceId}`
const entry = () => `/our-services/${serviceId}`
const waits = async () => (await stage.read('editor', '/approvals')).body.includes(approval())

async function decide(decision: string, words = '') {
  // The clock of the server stands still: what was decided before was a minute before.
  await sql`update entry_review set happened_at = happened_at - interval '1 minute' where service_id = ${serviceId}`.execute(
    stage.database.owner,
  )
  const { status } = await stage.send('editor', approval(), [
    ['decision', decision],
    ['words', words],
  ])
  expect(status).toBe(303)
  const { id } = await stage.database.owner
    .selectFrom('entryReview')
    .select('id')
    .where('serviceId', '=', serviceId)
    .orderBy('happenedAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return `${approval()}/decisions/${id}`
}

const takeBack = (path: string, who: 'editor' | 'administrator' | 'manager' = 'administrator') =>
  stage.send(who, path, [['intent', 'take_back']])

const reword = (path: string, words: string) =>
  stage.send('editor', path, [
    ['intent', 'words'],
    ['words', words],
  ])

/** What the provider is owed word of, the latest last. */
async function told() {
  const { rows } = await sql<{ decision: string }>`
    select data ->> 'decision' as decision from pgboss.job
    where name = 'notify' and data ->> 'reviewedId' = ${serviceId} order by created_on`.execute(
    stage.database.owner,
  )
  return rows.map(({ decision }) => decision)
}

/** Somebody is nominated there, by the prison's team. */
async function somebodySent() {
  const { database, viewers } = stage
  const person = {
    ...({ prisonNumber: 'T9001AB', name: 'Wren Siskin', dateOfBirth: '1991-02-03', sex: 'woman' } as const),
    ...({ custodyStatus: 'sentenced', releaseOn: '2027-03-08', releaseConfidence: 'firm' } as const),
    ...({
      releaseType: 'automatic',
      homeAuthority: 'unknown',
      openElsewhere: null,
      samePerson: null,
    } as const),
  }
  const made = await createCase(domainContext(database, ENTRY_NOW), viewers.officer, person, form())
  if (!made.ok) throw new Error(made.reason)
  const at = { nominatedBy: viewers.officer.personId, nominatedAt: ENTRY_NOW, stateChangedAt: ENTRY_NOW }
  await database.owner
    .insertInto('nomination')
    .values({ id: newId(), caseId: made.caseId, serviceId, agreed: 'yes', state: 'nominated', ...at })
    .execute()
}

describe('a decision of an editor', () => {
  it('is worded anew by an editor, its old words stay in the history, and the provider is told', async () => {
    const path = await decide('sent_back', 'Say how may come')
    const wordless = await reword(path, '')
    expect([wordless.status, wordless.body.includes('needs words')]).toEqual([422, true])
    expect((await reword(path, 'Say how may come')).status).toBe(422)
    expect((await reword(path, 'Say who may come')).status).toBe(303)
    const { body } = await stage.read('manager', entry())
    expect(body).toContain('Sent back: Say who may come')
    expect(body).not.toContain('Correct<')
    expect((await stage.read('manager', `${entry()}/history`)).body).toContain(
      'Words of an editor: Say who may come (was Say how may come)',
    )
    expect(await told()).toEqual(['sent_back', 'words_corrected'])
  })

  it('of approval is taken back: out of the directory, waiting again, kept as taken back, and told', async () => {
    const path = await decide('approved')
    expect((await stage.read('nobody', `/services/${serviceId}`)).status).toBe(200)
    expect(await waits()).toBe(false)
    expect((await stage.read('editor', path)).body).toContain('out of the directory at once')
    expect((await takeBack(path)).status).toBe(303)
    expect((await stage.read('nobody', `/services/${serviceId}`)).status).toBe(404)
    expect(await waits()).toBe(true)
    const { body } = await stage.read('manager', entry())
    expect(body).toContain('Taken back by Person at administrator@entries.example')
    expect(body).toContain('Waiting for an editor')
    const history = (await stage.read('manager', `${entry()}/history`)).body
    expect(history).toContain('Not approved any more')
    expect(history).toContain('What an editor decided was taken back')
    expect(await told()).toEqual(['approved', 'approved_taken_back'])
    const seen = await stage.read('editor', path)
    expect([seen.status, seen.body.includes('Decided by mistake?')]).toEqual([200, false])
    expect(seen.body).toContain('Taken back by Person at administrator@entries.example')
    // And it is decided anew as any other that waits.
    await decide('approved')
    expect((await stage.read('nobody', `/services/${serviceId}`)).status).toBe(200)
  })

  it('to send it back is taken back while the provider has not moved it on, and it waits as it stands', async () => {
    const path = await decide('sent_back', 'Say who may come')
    expect(await waits()).toBe(false)
    expect((await takeBack(path)).status).toBe(303)
    expect(await waits()).toBe(true)
    const again = await decide('sent_back', 'Say who pays')
    await stage.database.owner
      .updateTable('service')
      .set({ submittedAt: ENTRY_NOW })
      .where('id', '=', serviceId)
      .execute()
    expect((await stage.read('editor', again)).body).not.toContain('Decided by mistake?')
    expect((await takeBack(again)).status).toBe(409)
  })

  it('that it was looked at, or that places are shown, is taken back: changes wait, and places are hidden', async () => {
    await decide('approved')
    await stage.database.owner
      .updateTable('service')
      .set({ confidential: true })
      .where('id', '=', serviceId)
      .execute()
    const shown = await decide('shown', 'With the manager, by phone')
    const hidden = async () =>
      (
        await stage.database.owner
          .selectFrom('service')
          .select('confidential')
          .where('id', '=', serviceId)
          .executeTakeFirstOrThrow()
      ).confidential
    expect(await hidden()).toBe(false)
    expect((await takeBack(shown)).status).toBe(303)
    expect(await hidden()).toBe(true)
    await stage.send('manager', `${entry()}/entry/contact`, [
      ['phone', '0191 498 0303'],
      ['staffedHours.answer', 'all'],
      ['referralRoute', 'here'],
    ])
    expect(await waits()).toBe(true)
    const checkedOn = async () =>
      (
        await stage.database.owner
          .selectFrom('service')
          .select('assuredOn')
          .where('id', '=', serviceId)
          .executeTakeFirstOrThrow()
      ).assuredOn
    await stage.database.owner
      .updateTable('service')
      .set({ assuredOn: '2026-11-30' })
      .where('id', '=', serviceId)
      .execute()
    const looked = await decide('looked_at')
    expect(await checkedOn()).toBe('2027-02-01')
    expect(await waits()).toBe(false)
    expect((await takeBack(looked)).status).toBe(303)
    expect(await waits()).toBe(true)
    expect(await checkedOn()).toBe('2026-11-30')
  })

  it('gives back the day of the check it made itself, and not one that another said of it since', async () => {
    await decide('approved')
    const assuredOn = async () =>
      (
        await stage.database.owner
          .selectFrom('service')
          .select('assuredOn')
          .where('id', '=', serviceId)
          .executeTakeFirstOrThrow()
      ).assuredOn
    const say = (day: string) =>
      asViewer(stage.database.app, stage.viewers.editor, trx =>
        trx.updateTable('service').set({ assuredOn: day }).where('id', '=', serviceId).execute(),
      )
    // It was checked today already: the look changes no day, and what an editor says after it is another's act.
    const looked = await decide('looked_at')
    await say('2026-12-24')
    await say('2027-02-01')
    expect((await takeBack(looked)).status).toBe(303)
    expect(await assuredOn()).toBe('2027-02-01')
  })

  it('has its words struck out by an editor, with every wording in the history; one taken back, too', async () => {
    const path = await decide('sent_back', 'Her sister Canary pays')
    expect((await reword(path, 'Her sister Finch pays')).status).toBe(303)
    const history = async () => (await stage.read('manager', `${entry()}/history`)).body
    expect(await history()).toContain('Finch')
    const strike = (who: 'editor' | 'administrator' | 'manager') =>
      stage.send(who, path, [['intent', 'strike'], ...shown(who)])
    const shown = (who: string): [string, string][] => (who === 'manager' ? [['version', '1']] : [])
    expect((await strike('manager')).status).toBe(404)
    expect((await takeBack(path)).status).toBe(303)
    expect((await stage.read('editor', path)).body).toContain('Striking out removes')
    expect((await strike('editor')).status).toBe(303)
    const kept = () =>
      stage.database.owner.selectFrom('entryReview').selectAll().where('serviceId', '=', serviceId).execute()
    const before = await kept()
    const late = await strike('administrator')
    expect([late.status, late.body]).toEqual([409, expect.stringContaining('struck out already')])
    expect(late.body).toContain('Person at editor@entries.example struck them out: 1 February 2027')
    expect(await kept()).toEqual(before)
    expect((await stage.read('administrator', path)).body).toContain(
      'These words were struck out by Person at editor@entries.example, 1 February 2027',
    )
    for (const body of [await history(), (await stage.read('manager', entry())).body])
      expect(body).not.toMatch(/Canary|Finch/)
    expect(await history()).toContain('Words of an editor struck out')
    expect((await stage.read('editor', path)).body).not.toMatch(/Canary|Finch|Striking out removes/)
    const { rows } = await sql<{ kept: string }>`
      select coalesce(string_agg(concat(before, after), ''), '') as kept from record_change
      where service_id = ${serviceId} and table_name = 'entry_review'`.execute(stage.database.owner)
    expect(rows[0]?.kept).not.toMatch(/Canary|Finch/)
  })

  it('of approval stands once somebody was referred there, and says to pause or close it instead', async () => {
    const path = await decide('approved')
    await somebodySent()
    const refused = await takeBack(path)
    expect([refused.status, refused.body.includes('Pause the entry, or close it')]).toEqual([409, true])
    expect((await stage.read('nobody', `/services/${serviceId}`)).status).toBe(200)
  })

  it('is corrected by editors alone, one that stands, of that entry, the last first', async () => {
    const first = await decide('approved')
    for (const who of ['manager', 'stranger', 'officer', 'council'] as const) {
      expect([who, (await stage.read(who, first)).status]).toEqual([who, 404])
      const sent = await stage.send(who, first, [
        ['intent', 'take_back'],
        ['version', '1'],
      ])
      expect([who, sent.status]).toEqual([who, 404])
    }
    expect((await stage.read('editor', first.replace(serviceId, stage.houseId))).status).toBe(404)
    await decide('looked_at')
    expect((await takeBack(first)).status).toBe(409)
    expect((await stage.read('nobody', `/services/${serviceId}`)).status).toBe(200)
  })
})
