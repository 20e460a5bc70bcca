import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { changeLines, type RecordChange } from '~/domain/record-change/change-words'
import type { ClaimState } from '~/domain/vacancy/claims/claim-history.server'
import { claimHistory } from '~/screens/claim/page'
import { TABLE_WORDS } from './table-words'

/** As the database has it, and as nobody says it: true, null, snake_case, 2027-02-01, an id. */
const RAW =
  /\b(true|false|null|undefined|NaN)\b|\[object|\b[a-z]+_[a-z_]+\b|\b\d{4}-\d{2}-\d{2}\b|[0-9a-f]{8}-[0-9a-f]{4}-/

/** An answer alone, of what is no question. */
const BARE = /: (yes|no)( |$|;)/

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

interface Column {
  tableName: string
  columnName: string
  dataType: string
  isNullable: boolean
  /** The check that names its codes; null for none. */
  codes: string | null
}

/** Every column of a table that keeps a history, and the codes that its check admits. */
async function columns(): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select c.table_name, c.column_name, c.data_type, c.is_nullable = 'YES' as is_nullable,
      (select string_agg(pg_get_constraintdef(k.oid), ' ') from pg_constraint k
       join pg_attribute a on a.attrelid = k.conrelid and a.attname = c.column_name
       where k.contype = 'c' and k.conrelid = ('public.' || quote_ident(c.table_name))::regclass
         and k.conkey = array[a.attnum]) as codes
    from information_schema.columns c
    where c.table_schema = 'public' and c.table_name = any(${Object.keys(TABLE_WORDS)})
    order by 1, 2`.execute(database.owner)
  return rows
}

/** What a column may keep, of its type. */
function valuesOf({ dataType, isNullable, codes }: Column): unknown[] {
  const named = [...(codes ?? '').matchAll(/'([a-z_0-9]+)'::text/g)].map(([, code]) => code)
  const some: Readonly<Record<string, readonly unknown[]>> = {
    boolean: [true, false],
    date: ['2027-02-01'],
    integer: [5],
    smallint: [5],
    ARRAY: [[], named],
    'timestamp with time zone': ['2027-02-01T09:00:00Z'],
    'time without time zone': ['21:00:00'],
  }
  const own = some[dataType] ?? (named.length > 0 ? named : dataType === 'text' ? ['Words of theirs'] : [])
  return isNullable ? [null, ...own] : [...own]
}

describe('the history of an entry', () => {
  it('says every value of every column in words', async () => {
    const said: string[] = []
    for (const column of await columns()) {
      const words = TABLE_WORDS[column.tableName]
      if (!words?.columns[column.columnName]) continue
      const values = valuesOf(column)
      for (const [at, value] of values.entries()) {
        const was = values[(at + 1) % values.length]
        const change: RecordChange = {
          ...{ id: 'one', sequence: 1, happenedAt: new Date(), by: null, called: null, struck: [] },
          ...{ table: column.tableName, operation: 'update' },
          before: { [column.columnName]: was },
          after: { [column.columnName]: value },
        }
        for (const line of changeLines(change, words)) {
          expect(RAW.exec(line)?.[0], `${column.tableName}.${column.columnName}: ${line}`).toBeUndefined()
          said.push(line)
        }
      }
    }
    expect(said.length).toBeGreaterThan(100)
  })
})

const ID = '0b6f4c6e-0000-4000-8000-000000000000'

const CLAIM: ClaimState = {
  ...{ bedspace_id: 'here', kind: 'occupied', during: '[2027-02-01,)', active: true, void_reason: null },
  ...{ lapses_at: null, expected_until: null, leaving_sure: false, must_end: false, outstays: false },
  ...{ left_on: null, moved_to: null, before_move: null },
}

/** Every value of a claim (but what is kept beside the plan of a move), what else it may be, and what its history says of the change, and of its change back. */
const CLAIM_SAID: {
  [Part in Exclude<keyof ClaimState, 'kind' | 'before_move'>]: [ClaimState[Part], string, string]
} = {
  active: [false, 'Taken back', 'Put back'],
  bedspace_id: [ID, 'Room: Room 1 → another room', 'Room: another room → Room 1'],
  void_reason: ['repair', 'Why: not stated → repair', 'Why: repair → not stated'],
  during: [
    '[2027-02-01,2027-02-20)',
    'Days: from Mon 1 February → from Mon 1 February up to Sat 20 February',
    'Days: from Mon 1 February up to Sat 20 February → from Mon 1 February',
  ],
  lapses_at: ['2027-02-04T17:00:00Z', 'Until when it is held changed', 'Until when it is held changed'],
  expected_until: [
    '2027-02-20',
    'Expected to leave: nobody knows → Sat 20 February',
    'Expected to leave: Sat 20 February → nobody knows',
  ],
  leaving_sure: [true, 'The day of leaving is sure', 'The day of leaving is not sure any more'],
  must_end: [
    true,
    'Must end then: something else is promised after',
    'Need not end then: nothing else is promised after',
  ],
  outstays: [
    true,
    'Stays on into days promised to another',
    'Does not stay on into days promised to another any more',
  ],
  left_on: [
    '2027-02-20',
    'Left on: not recorded → Sat 20 February',
    'Left on: Sat 20 February → not recorded',
  ],
  moved_to: [ID, 'Goes on in another room', 'Does not go on in another room any more'],
}

describe('the history of a claim', () => {
  it.each(Object.entries(CLAIM_SAID))('says in words that it changed: %s', (part, [other, said, back]) => {
    const changed = { ...CLAIM, [part]: other }
    const now = new Date('2027-02-02T10:00:00Z')
    const one = { act: 'one', claimId: ID, at: now, by: 'F. Worker', byClock: false }
    const changes = [
      { ...one, before: CLAIM, after: changed },
      { ...one, before: changed, after: CLAIM },
    ]
    const lines = claimHistory(changes, new Map([['here', 'Room 1']]), now).map(({ what }) => what)
    expect(lines).toEqual([back, said])
    for (const line of lines) expect(line).not.toMatch(new RegExp(`${RAW.source}|${BARE.source}`))
  })
})
