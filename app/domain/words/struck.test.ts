import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@tests/support/database'
import { inSentence } from './english'
import { OLD_WORDS_STRUCK, quoted, struckNow, WORDS_STRUCK } from './struck'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

it('every table that keeps when something was struck keeps by whom', async () => {
  const { rows } = await sql<{ table: string; who: boolean }>`
    select c.relname as "table", exists (select from pg_attribute w join pg_constraint k
        on k.conrelid = w.attrelid and k.contype = 'f' and k.conkey = array[w.attnum] and k.confrelid = 'person'::regclass
      where w.attrelid = c.oid and w.attname = replace(a.attname, '_at', '_by')) as who
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname ~ 'struck_at$'
    order by 1`.execute(database.owner)
  expect(rows.length).toBeGreaterThan(7)
  expect(rows.filter(({ who }) => !who)).toEqual([])
})

it('is told to a second form that comes too late, of words that are struck out still', () => {
  const struck = { by: 'Ann Lee', at: new Date('2027-02-03T09:12:00Z') }
  const told = { ok: false, reason: 'struck', by: 'Ann Lee', at: '2027-02-03T09:12:00.000Z' }
  expect(struckNow(WORDS_STRUCK, struck)).toEqual(told)
  expect(struckNow('Written anew', struck)).toBeNull()
})

it('quotes what somebody wrote, and not that words were struck out', () => {
  expect(quoted('Ring after nine')).toBe('“Ring after nine”')
  for (const words of [WORDS_STRUCK, OLD_WORDS_STRUCK]) expect(quoted(words)).toBe(words)
})

it('keeps the large letters of names and of abbreviations inside a sentence', () => {
  const said = ['Date of birth', 'CRN', 'HDC date', 'Length of HDC', 'A place was found', 'I was told']
  expect(said.map(inSentence)).toEqual([
    ...['date of birth', 'CRN', 'HDC date', 'length of HDC', 'a place was found', 'I was told'],
  ])
})

/** Of text that is hidden from who sees it a name or an abbreviation would be read letter by letter, or not as what it is. */
it('makes no text small that only who hears it reads', () => {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter(name =>
    name.endsWith('.tsx'),
  )
  const made = files.flatMap(name =>
    readFileSync(`app/${name}`, 'utf8')
      .split('\n')
      .filter(line => line.includes('visually-hidden') && line.includes('toLowerCase'))
      .map(line => `${name}: ${line.trim()}`),
  )
  expect(files.length).toBeGreaterThan(100)
  expect(made).toEqual([])
})
