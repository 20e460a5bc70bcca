import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PAGES } from '~/paths'
import { createTestDatabase, type TestDatabase } from '../support/database'
import { PROJECT_ROOT } from './source-files'
import { TYPED_COLUMNS } from './typed-columns'
import { TRACES, UNTYPED_COLUMNS, UNTYPED_KINDS, type WritableColumn } from './untyped-columns'

let database: TestDatabase
let writable: WritableColumn[]

beforeAll(async () => {
  database = await createTestDatabase()
  writable = await writableColumns(database)
})
afterAll(() => database?.drop())

const typed = TYPED_COLUMNS.flatMap(({ table, columns }) => columns.map(column => `${table}.${column}`))
const untyped = UNTYPED_COLUMNS.flatMap(({ columns }) => named(columns))

describe('a column that the service may write', () => {
  it('is corrected by a test on a page, or is one that nobody fills in', () => {
    const known = new Set([...typed, ...untyped])
    const unknown = writable
      .filter(column => !TRACES.some(table => table === column.table))
      .filter(column => !UNTYPED_KINDS.some(({ is }) => is(column)))
      .map(({ table, column }) => `${table}.${column}`)
      .filter(name => !known.has(name))
    expect(unknown).toEqual([])
  })

  it('stands in one list, and is there', () => {
    const names = new Set(writable.map(({ table, column }) => `${table}.${column}`))
    const listed = [...typed, ...untyped]
    expect(listed.filter(name => !names.has(name))).toEqual([])
    expect(listed.filter((name, at) => listed.indexOf(name) !== at)).toEqual([])
    expect(listed.filter(name => TRACES.some(table => name.startsWith(`${table}.`)))).toEqual([])
    expect(TRACES.filter(table => !writable.some(column => column.table === table))).toEqual([])
  })
})

describe('the correction of a column', () => {
  it.each(TYPED_COLUMNS)('$table $columns: has a page, and a test of that name', ({ page, test }) => {
    const [file, name] = test
    expect(PAGES.map(([path]) => path)).toContain(page)
    expect(namesOfTests(file)).toContain(name)
  })
})

/** Every column of a table that a role the service takes on may insert or update. */
async function writableColumns({ owner }: TestDatabase): Promise<WritableColumn[]> {
  const { rows } = await sql<WritableColumn>`
    select c.relname as "table", a.attname as "column", format_type(a.atttypid, null) as "type",
      exists (select from pg_constraint where conrelid = c.oid and contype in ('p', 'f') and a.attnum = any(conkey)) as "isKey"
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      and exists (
        select from pg_auth_members where member = 'throughgate_app'::regrole
          and (has_column_privilege(roleid, c.oid, a.attnum, 'insert') or has_column_privilege(roleid, c.oid, a.attnum, 'update')))
    order by c.relname, a.attnum`.execute(owner)
  return rows.map(row => ({ ...row, table: camel(row.table), column: camel(row.column) }))
}

/** A test, or a table of them, that is run: not one that is skipped or still to be written. */
const RUNS = /^(it|test)(?!\.(skip|todo|fails))\b/

/** The names of the tests in a file that are run and expect something, as they are written there: of a table of tests with its '%s'. */
function namesOfTests(file: string): string[] {
  const path = join(PROJECT_ROOT, file)
  if (!existsSync(path)) return []
  const source = ts.createSourceFile(file, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
  const names: string[] = []
  const look = (node: ts.Node) => {
    if (ts.isCallExpression(node) && RUNS.test(node.expression.getText())) {
      const [name, body] = node.arguments
      if (name && ts.isStringLiteralLike(name) && /\bexpect\(/.test(body?.getText() ?? ''))
        names.push(name.text)
    }
    ts.forEachChild(node, look)
  }
  look(source)
  return names
}

function named(columns: (typeof UNTYPED_COLUMNS)[number]['columns']): string[] {
  return Object.entries(columns).flatMap(([table, names]) => names.map(name => `${table}.${name}`))
}

function camel(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
