import { type RawBuilder, sql, type Transaction } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { DB } from '@db/schema'
import type { Viewer } from '@db/viewer'
import { newId } from '@db/id'
import { asKeeperOfPlaces, asViewer } from '@db/viewer-transaction'
import { WORDS_PLACES } from '~/domain/held/words-places'
import { createTestDatabase, type TestDatabase } from '../support/database'
import { type AccessWorld, type Asker, makeAccessWorld } from './access-world'

/**
 * Past every screen and every row policy: what the functions that see and write more than who asks them (`security definer`) tell a stranger of
 * what is another's, and what they write of it. The database lists them, so that a new one is asked as well.
 */

const STRANGERS: readonly Asker[] = [
  ...(['otherOfficer', 'otherProvider', 'council', 'commissioner', 'editor', 'coordinator'] as const),
  'signedOut',
]

/** What an editor is told of every service and organisation: whether it can be closed, or be a draft again, and how many places are hidden. */
const TOLD: Readonly<Partial<Record<Asker, readonly string[]>>> = {
  editor: ['hidden_places_entered', 'kept_open_by', 'open_at_service', 'was_sent_to'],
}

/** What an editor, who keeps every entry, writes of it and of decisions on it. */
const WRITES: Readonly<Partial<Record<Asker, readonly string[]>>> = {
  editor: ['hide_places', 'show_places', 'strike_review_words'],
}

/** What the functions that write take as a text: places of words, columns, what happens to a run, how a case left the queue. */
const WORDS = [...Object.keys(WORDS_PLACES), 'words', 'answer_words', 'run_moved', 'place_found', 'address']

interface Asked {
  name: string
  types: string[]
  /** It may write. */
  writes: boolean
  /** It is asked under the grant of hidden places, which any viewer's transaction can take. */
  asKeeper: boolean
}

let database: TestDatabase
let world: AccessWorld
let asked: Asked[]
/** Of what was changed of a place of the provider's, and of one that is hidden. */
let changed: { shownChangeId: string; hiddenChangeId: string }

beforeAll(async () => {
  database = await createTestDatabase()
  world = await makeAccessWorld(database)
  const { rows } = await sql<Asked>`
    select p.proname as name, array(select format_type(t, null) from unnest(p.proargtypes) t) as types,
      p.provolatile = 'v' as writes,
      not exists (select from unnest(array['professional', 'commissioner', 'public']) who
        where has_function_privilege('throughgate_' || who, p.oid, 'EXECUTE')) as "asKeeper"
    from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.prosecdef and p.prorettype <> 'trigger'::regtype
      and exists (select from unnest(array['professional', 'commissioner', 'public', 'confidential']) who
        where has_function_privilege('throughgate_' || who, p.oid, 'EXECUTE'))
    order by 1`.execute(database.owner)
  asked = rows
}, 300_000)
// Anew for each: an editor hides and shows places.
beforeEach(async () => {
  changed = await layOutChanges()
})
afterAll(() => database?.drop())

const namesOf = (functions: readonly Asked[]) => functions.map(({ name }) => name)
const takesId = ({ types }: Asked) => types.includes('uuid') || types.includes('uuid[]')

it('finds the functions that answer of one record or of several, and those that write', () => {
  const readers = asked.filter(each => !each.writes && takesId(each))
  const known = ['open_at_service', 'was_sent_to', 'held_on_case', 'answers_in_queue']
  expect(namesOf(readers)).toEqual(expect.arrayContaining(known))
  const writers = [
    'strike_words',
    'strike_old_words',
    'strike_hidden_words',
    'correct_queue_end',
    'note_on_run',
    'lay_out_claims',
    'hide_places',
  ]
  expect(namesOf(asked.filter(({ writes }) => writes))).toEqual(expect.arrayContaining(writers))
})

it.each(STRANGERS)('tells %s nothing of what is another’s', async who => {
  const told: string[] = []
  for (const one of asked.filter(each => !each.writes && takesId(each)))
    for (const [whose, id] of Object.entries(idsOf(world))) {
      const rows = await ask(who, trx => asGranted(one, trx, granted => call(one, id).execute(granted)))
      if (rows.some(tells)) told.push(`${one.name} of ${whose}: ${JSON.stringify(rows)}`)
    }
  const theirs = TOLD[who] ?? []
  expect(told.filter(each => !theirs.some(name => each.startsWith(`${name} of `)))).toEqual([])
})

it.each(STRANGERS)('lets %s write nothing of what is another’s', async who => {
  const written: string[] = []
  for (const one of asked.filter(({ writes }) => writes))
    if (await changesRows(who, one)) written.push(one.name)
  expect(written).toEqual(WRITES[who] ?? [])
})

it.each(['strike_old_words', 'strike_hidden_words', 'hide_places'])(
  'sees what %s writes for who keeps the service',
  async writer => {
    const [one] = asked.filter(({ name }) => name === writer)
    expect(one && (await changesRows('manager', one))).toBe(true)
  },
)

/** A place of the provider's that is shown, and one that is hidden, each with an address that was another. */
async function layOutChanges(): Promise<typeof changed> {
  const { owner } = database
  const [shown, hidden] = [newId(), newId()]
  const place = { name: 'The annexe', address: '1 Old Row', town: 'Durham' }
  await owner
    .insertInto('site')
    .values({ ...place, id: shown, serviceId: world.serviceId })
    .execute()
  await owner.updateTable('site').set({ address: '2 New Row' }).where('id', '=', shown).execute()
  await owner.deleteFrom('site').where('serviceId', '=', world.hiddenServiceId).execute()
  await owner
    .updateTable('service')
    .set({ confidential: true })
    .where('id', '=', world.hiddenServiceId)
    .execute()
  await owner
    .insertInto('confidentialSite')
    .values({ ...place, id: hidden, serviceId: world.hiddenServiceId, postcode: 'DH1' })
    .execute()
  await asViewer(database.app, world.members.manager, trx =>
    asKeeperOfPlaces(trx, keeper =>
      keeper.updateTable('confidentialSite').set({ address: '2 New Row' }).where('id', '=', hidden).execute(),
    ),
  )
  const ofShown = owner.selectFrom('recordChange').select('id').where('rowKey', '=', shown)
  const ofHidden = owner.selectFrom('confidentialSiteChange').select('id').where('rowKey', '=', hidden)
  const [shownChange, hiddenChange] = [
    await ofShown.where('operation', '=', 'update').executeTakeFirstOrThrow(),
    await ofHidden.where('operation', '=', 'update').executeTakeFirstOrThrow(),
  ]
  return { shownChangeId: shownChange.id, hiddenChangeId: hiddenChange.id }
}

/** Whether any row is another after it was called with each id and each word. */
async function changesRows(who: Asker, one: Asked): Promise<boolean> {
  const before = await rowsHeld()
  for (const id of Object.values(idsOf(world)))
    for (const text of one.types.some(type => type.startsWith('text')) ? WORDS : [''])
      await ask(who, trx => asGranted(one, trx, granted => call(one, id, text).execute(granted)))
  return before !== (await rowsHeld())
}

/** What it answers as a stranger; nothing where it refuses. @throws whatever else goes wrong */
async function ask(
  who: Asker,
  run: (trx: Transaction<DB>) => Promise<{ rows: object[] }>,
): Promise<object[]> {
  const viewer: Viewer = who === 'signedOut' ? { kind: 'public' } : world.members[who]
  return asViewer(database.app, viewer, async trx => (await run(trx)).rows).catch((error: unknown) => {
    if (isRefusal(error)) return []
    throw error
  })
}

/** Under the viewer's own grant, or under that of hidden places where the function is granted to no other. */
function asGranted<T>({ asKeeper }: Asked, trx: Transaction<DB>, work: (trx: Transaction<DB>) => Promise<T>) {
  return asKeeper ? asKeeperOfPlaces(trx, work) : work(trx)
}

/** insufficient_privilege: the grant is another's, or the function says so itself. */
const isRefusal = (error: unknown) => error instanceof Error && 'code' in error && error.code === '42501'

/** The first id is the case’s where it takes two, for what belongs to a case is written by both. */
function call({ name, types }: Asked, id: string, text = ''): RawBuilder<object> {
  const isOfTwo = types.filter(type => type === 'uuid').length > 1
  const given = types.map((type, at) => valueOf(type, isOfTwo && at === 0 ? world.caseId : id, text))
  if (given.includes(undefined)) throw new Error(`${name} takes a ${types.join(', ')}: give it one here`)
  return sql<object>`select * from ${sql.ref(name)}(${sql.join(given)})`
}

/** Of the types such functions take, one value each. */
function valueOf(type: string, id: string, text: string): RawBuilder<unknown> | undefined {
  const values: Readonly<Record<string, RawBuilder<unknown>>> = {
    uuid: sql`${id}::uuid`,
    'uuid[]': sql`array[${id}::uuid]`,
    integer: sql`1`,
    text: sql`${text}`,
    'text[]': sql`array[${text || 'words'}::text]`,
    'bytea[]': sql`array['x'::bytea]`,
    bytea: sql`'x'::bytea`,
    citext: sql`'nobody@access.example'`,
    jsonb: sql`jsonb_build_array(jsonb_build_object('id', ${id}::text, 'to', ${world.bedspaceId}::text))`,
    date: sql`app_now()::date`,
    'timestamp with time zone': sql`app_now()`,
  }
  return values[type]
}

/** All rows of all tables, as one mark. */
async function rowsHeld(): Promise<string> {
  const { rows } = await sql<{ held: string }>`
    select md5(string_agg(query_to_xml(format('select md5(string_agg(t::text, '','' order by t::text)) from %s t', c.oid::regclass),
      false, true, '')::text, ',' order by c.oid)) as held
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`.execute(database.owner)
  return rows[0]?.held ?? ''
}

function idsOf(of: AccessWorld): Record<string, string> {
  const { members, runs } = of
  const own = Object.entries(of).filter(([name, id]) => name.endsWith('Id') && typeof id === 'string')
  return {
    ...Object.fromEntries(own.map(([name, id]) => [name, String(id)])),
    ...{ organisationId: members.officer.organisationId, personId: members.officer.personId },
    ...changed,
    ...{ providerId: members.worker.organisationId, cohortId: runs.cohortId, runOf: runs.serviceId },
  }
}

/** Nothing, no, none: whatever else a row holds tells something. */
function tells(row: object): boolean {
  return Object.values(row).some(
    value =>
      value !== null && value !== false && value !== 0 && !(Array.isArray(value) && value.length === 0),
  )
}
