import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '@db/id'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import {
  anotherCase,
  createReferralWorld,
  form,
  type ReferralWorld,
  underReview,
} from '@tests/factories/referral-world'
import { addService } from '@tests/factories/service'
import { holdsHidden } from '~/domain/entry/keeper'
import { mayStrikeOld } from '~/domain/record-change/old-words'
import { OLD_WORDS_STRUCK } from '~/domain/words/struck'
import { recordChanges } from '~/domain/record-change/record-changes.server'
import { strikeOldWords } from '~/domain/record-change/strike-old-words.server'
import { historyLines } from './history-lines'
import { TABLE_WORDS } from './table-words'

let world: ReferralWorld
let serviceId: string
/** Another, whose place is hidden. */
let hiddenOf: string
let rows: Readonly<Record<string, string>>

beforeAll(async () => {
  world = await createReferralWorld()
  const { owner } = world.database
  const { organisationId } = world.viewers.firstManager
  const made = await addService(owner, {
    ...{ organisationId, kind: 'parenting_programme', bedspaces: 1, site: { name: 'House' } },
    ...{ policy: { sex: 'women' }, policyNotes: [], programme: { type: 'parenting_course' } },
    cohorts: [{ startsOn: '2027-03-01', endsOn: '2027-05-01', lastReferralOn: '2027-02-20', capacity: 8 }],
  })
  serviceId = made.id
  const idOf = async (table: 'site' | 'cohort') =>
    (await owner.selectFrom(table).select('id').where('serviceId', '=', serviceId).executeTakeFirstOrThrow())
      .id
  const application = newId()
  await owner
    .insertInto('organisationApplication')
    .values({
      ...{ id: application, name: 'Tern Homes', kind: 'provider', runs: 'Two houses' },
      ...{ applicantName: 'Ann Tern', applicantEmail: 'ann@tern.example', createdAt: world.app.clock() },
    })
    .execute()
  const hidden = await addService(owner, { organisationId, kind: 'refuge' })
  hiddenOf = hidden.id
  await owner.updateTable('service').set({ confidential: true }).where('id', '=', hiddenOf).execute()
  const place = { id: newId(), serviceId: hiddenOf, name: 'House', address: '1 Row', postcode: 'NE4 5TG' }
  await owner.insertInto('confidentialSite').values(place).execute()
  rows = {
    ...{ confidential_site: place.id, service: serviceId, programme: serviceId, service_policy: serviceId },
    ...{ site: await idOf('site'), cohort: await idOf('cohort'), bedspace: made.bedspaceIds[0] ?? '' },
    ...{ organisation: organisationId, organisation_application: application },
  }
})
afterAll(() => world.database.drop())

/** Texts of a table whose history is kept that are codes, or are struck out where they stand, with every wording. */
const NO_WORDS: Readonly<Record<string, readonly string[]>> = {
  service: ['kind', 'staffed_hours'],
  site: ['outcode'],
  programme: ['audiences', 'delivered_in', 'prison_codes'],
  organisation: ['authority_code', 'prison_code'],
  organisation_application: ['authority_code'],
  entry_note: ['words', 'answer_words'],
  entry_review: ['words'],
}

const PLACES = Object.entries(TABLE_WORDS).flatMap(([table, { words }]) =>
  Object.keys(words).map(place => [table, place] as const),
)

const keyOf = (table: string) => (/^(programme|service_policy)$/.test(table) ? 'service_id' : 'id')

/** Writes words at a place of a row as the service keeps them, whatever the column is. */
async function write(table: string, place: string, word: string) {
  const [column = '', part] = place.split('.')
  const { rows: kinds } = await sql<{ type: string }>`
    select format_type(atttypid, null) as type from pg_attribute
    where attrelid = ${table}::regclass and attname = ${column}`.execute(world.database.owner)
  const type = kinds[0]?.type ?? ''
  const value =
    type === 'jsonb'
      ? sql`jsonb_set(${sql.ref(column)}, ${[part ?? '']}::text[], to_jsonb(${word}::text))`
      : type === 'text[]'
        ? sql`array['Kept', ${word}]`
        : sql`${word}`
  await world.database.owner.transaction().execute(async trx => {
    // Of a hidden place what nobody did is no change.
    const by = table === 'confidential_site' ? world.viewers.firstManager.personId : ''
    await sql`select set_config('app.person_id', ${by}, true)`.execute(trx)
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${value}
      where ${sql.ref(keyOf(table))} = ${rows[table]}::uuid`.execute(trx)
  })
}

const changeOf = async (table: string) => {
  const { owner } = world.database
  const rowKey = rows[table] ?? ''
  return table === 'confidential_site'
    ? owner
        .selectFrom('confidentialSiteChange')
        .selectAll()
        .where('rowKey', '=', rowKey)
        .orderBy('sequence', 'desc')
        .executeTakeFirstOrThrow()
    : owner
        .selectFrom('recordChange')
        .selectAll()
        .where('tableName', '=', table)
        .where('rowKey', '=', rowKey)
        .orderBy('sequence', 'desc')
        .executeTakeFirstOrThrow()
}

/** Who struck words out of the last change, and when. */
const strikeOf = async (table: string) =>
  table === 'confidential_site'
    ? world.database.owner
        .selectFrom('hiddenStrike')
        .selectAll()
        .where('changeId', '=', (await changeOf(table)).id)
        .executeTakeFirstOrThrow()
    : changeOf(table)

/** Everything that the history of every record holds. */
async function kept(): Promise<string> {
  const { owner } = world.database
  const open = await owner.selectFrom('recordChange').select(['before', 'after']).execute()
  const hidden = await owner.selectFrom('confidentialSiteChange').select(['before', 'after']).execute()
  return JSON.stringify([open, hidden])
}

function ofTable(table: string) {
  if (table === 'organisation') return { organisationId: rows.organisation ?? '' }
  if (table === 'organisation_application') return { applicationId: rows[table] ?? '' }
  if (table === 'confidential_site') return { hiddenOf }
  return { serviceId }
}

const REFUSED = { ok: false, reason: 'not_found' }

describe('old words that should never have been typed', () => {
  it('can be struck out of every table whose history is kept, wherever people type words', async () => {
    const { rows: texts } = await sql<{ table: string; column: string }>`
      select c.relname as "table", a.attname as "column"
      from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_attribute a on a.attrelid = c.oid
      where t.tgfoid in ('note_record_change'::regproc, 'note_confidential_site_change'::regproc) and a.attnum > 0 and not a.attisdropped
        and format_type(a.atttypid, null) in ('text', 'citext', 'text[]', 'citext[]', 'jsonb')
        and (has_column_privilege('throughgate_professional', c.oid, a.attnum, 'UPDATE')
          or has_column_privilege('throughgate_confidential', c.oid, a.attnum, 'UPDATE'))
        and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any (k.conkey))
        and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
          and pg_get_constraintdef(k.oid) ~ 'ARRAY\\[')
      order by 1, 2`.execute(world.database.owner)
    expect(texts.length).toBeGreaterThan(25)
    const unknown = texts.filter(
      ({ table, column }) =>
        !PLACES.some(([of, place]) => of === table && place.split('.')[0] === column) &&
        !NO_WORDS[table]?.includes(column),
    )
    expect(unknown).toEqual([])
  })

  it('are known to the database by the same places', async () => {
    const known = await sql<{ tableName: string; place: string }>`
      select table_name, place from words_of_records()`.execute(world.database.owner)
    expect(known.rows.map(({ tableName, place }) => `${tableName} ${place}`).sort()).toEqual(
      PLACES.map(([table, place]) => `${table} ${place}`).sort(),
    )
  })

  it('are all of a history that it rewrites: no date, no flag, and of a list no other word', async () => {
    const { app, viewers, database } = world
    const { owner } = database
    await owner
      .updateTable('service')
      .set({ languages: ['Polish', 'Canary Jo'], summary: 'First' })
      .where('id', '=', serviceId)
      .execute()
    await owner
      .updateTable('service')
      .set({ languages: ['Arabic'], visibility: 'professionals' })
      .where('id', '=', serviceId)
      .execute()
    const { id: changeId } = await changeOf('service')
    const asked = (place: string[]) =>
      asViewer(database.app, viewers.firstManager, async trx => {
        const { rows: answers } = await sql<{ done: string | null }>`
          select strike_old_words(${changeId}, ${place}::text[], ${app.clock()}) as done`.execute(trx)
        return answers[0]?.done
      })
    for (const place of [['visibility'], ['languages'], ['languages', '7'], ['id']])
      expect([place, await asked(place)]).toEqual([place, null])
    const shown = await asViewer(database.app, viewers.firstManager, async trx =>
      historyLines(await recordChanges(trx, { serviceId, most: 1 }), () => true),
    )
    expect(shown.flatMap(({ strikes }) => strikes.map(({ place, label }) => [place, label]))).toEqual([
      ['languages.0', 'Languages spoken “Polish”'],
      ['languages.1', 'Languages spoken “Canary Jo”'],
    ])
    const struck = { changeId, place: 'languages.1', of: { serviceId } }
    expect(await strikeOldWords(app, viewers.firstManager, struck, TABLE_WORDS, form())).toEqual({ ok: true })
    expect((await changeOf('service')).before).toMatchObject({ languages: ['Polish', OLD_WORDS_STRUCK] })
  })

  it.each(PLACES)('of %s, %s go from every wording, by who corrects them alone', async (table, place) => {
    const { app, viewers } = world
    const word = `Canary ${table} ${place}`
    await write(table, place, word)
    await write(table, place, 'Other words')
    const change = await changeOf(table)
    // Of a list the second word.
    const isList = Array.isArray((change.before as Record<string, unknown>)[place])
    const at = isList ? `${place}.1` : place
    const whose = table === 'organisation_application' ? null : (rows.organisation ?? null)
    const strike = (viewer: SignedInViewer) =>
      strikeOldWords(app, viewer, { changeId: change.id, place: at, of: ofTable(table) }, TABLE_WORDS, form())
    const may = (viewer: SignedInViewer) =>
      table === 'confidential_site'
        ? holdsHidden(viewer, { organisationId: whose ?? '' })
        : mayStrikeOld(viewer, { table, whose })
    for (const other of Object.values(viewers).filter(each => !may(each)))
      // A commissioner has no such table at all.
      expect([other.role, await strike(other).catch(() => REFUSED)]).toEqual([other.role, REFUSED])
    expect(await kept()).toContain(word)
    const by =
      viewers[
        table === 'organisation_application'
          ? 'editor'
          : table === 'bedspace'
            ? 'firstWorker'
            : 'firstManager'
      ]
    expect(await strike(by)).toEqual({ ok: true })
    expect(await kept()).not.toContain(word)
    expect(await strike(by)).toMatchObject({ ok: false })
    expect(await strikeOf(table)).toMatchObject({ struckBy: by.personId, struckAt: app.clock() })
    expect(JSON.stringify((await changeOf(table)).before)).toContain(OLD_WORDS_STRUCK)
  })
  it('that stand now are corrected first, and what was struck reads as that, with who and when', async () => {
    const { app, viewers, database } = world
    const by = viewers.firstManager
    for (const summary of ['First words', 'Canary Jo', 'First words'])
      await write('service', 'summary', summary)
    const shown = () =>
      asViewer(database.app, by, async trx =>
        historyLines(await recordChanges(trx, { serviceId, most: 2 }), () => true),
      )
    const [last, before] = (await shown()).flatMap(each => each.strikes)
    const strike = (changeId = '') =>
      strikeOldWords(app, by, { changeId, place: 'summary', of: { serviceId } }, TABLE_WORDS, form())
    expect(await strike(before?.changeId)).toEqual({ ok: false, reason: 'stands' })
    expect(await strike(last?.changeId)).toEqual({ ok: true })
    expect((await shown()).flatMap(each => each.lines)).toEqual([
      'In one sentence: First words (was words that were struck out)',
      'Words were struck out by Test manager.first, 1 February 2027, 09:00',
      'In one sentence: words that were struck out (was First words)',
      'Words were struck out by Test manager.first, 1 February 2027, 09:00',
    ])
  })

  it('of a policy go from what was decided by it, and of a place from what was kept while it was hidden', async () => {
    const { app, viewers, database } = world
    const target = await underReview(world, 'hostel', await anotherCase(world))
    const { serviceId: hostel } = await database.owner
      .selectFrom('referral')
      .select('serviceId')
      .where('id', '=', target.referralId)
      .executeTakeFirstOrThrow()
    const decision = JSON.stringify({ answers: [{ policy: 'Sex: women ("Canary" and "Jo")' }] })
    for (const table of ['referralDecision', 'referrerDecision'] as const)
      await database.owner
        .updateTable(table)
        .set({ decision })
        .where('referralId', '=', target.referralId)
        .execute()
    const before = rows
    rows = { ...rows, service_policy: hostel }
    await write('service_policy', 'criteria.sexNote', '"Canary" and "Jo"')
    await write('service_policy', 'criteria.sexNote', 'Women')
    const { id: changeId } = await changeOf('service_policy')
    rows = before
    const note = { changeId, place: 'criteria.sexNote', of: { serviceId: hostel } }
    expect(await strikeOldWords(app, viewers.editor, note, TABLE_WORDS, form())).toEqual({ ok: true })
    for (const table of ['referralDecision', 'referrerDecision'] as const) {
      const kept = await database.owner
        .selectFrom(table)
        .select('decision')
        .where('referralId', '=', target.referralId)
        .execute()
      expect(JSON.stringify(kept)).not.toContain('Canary')
      expect(JSON.stringify(kept)).toContain(`(${OLD_WORDS_STRUCK})`)
    }

    await write('site', 'name', 'Canary place')
    await write('site', 'name', 'House')
    const site = await changeOf('site')
    await sql`insert into confidential_site_change (service_id, happened_at, row_key, operation, before, after)
      values (${serviceId}, app_now(), ${site.rowKey}, 'update', ${JSON.stringify({ name: 'Canary place' })}, '{"name":"House"}')`.execute(
      database.owner,
    )
    const place = { changeId: site.id, place: 'name', of: { serviceId } }
    expect(await strikeOldWords(app, viewers.firstManager, place, TABLE_WORDS, form())).toEqual({ ok: true })
    const hidden = await sql`select before from confidential_site_change`.execute(database.owner)
    expect(JSON.stringify(hidden.rows)).not.toContain('Canary')
    const { id } = await database.owner
      .selectFrom('confidentialSiteChange')
      .select('id')
      .where('rowKey', '=', site.rowKey)
      .executeTakeFirstOrThrow()
    const strikes = await database.owner
      .selectFrom('hiddenStrike')
      .selectAll()
      .where('changeId', '=', id)
      .execute()
    expect(strikes).toMatchObject([
      { place: 'name', struckBy: viewers.firstManager.personId, why: null, asked: false },
    ])
  })
})
