import { describe, expect, it } from 'vitest'
import { csvText } from './csv'
import { readSheet, saidTwice } from './read-sheet'

const HEADINGS = ['ID', 'Room name', 'Notes']

function read(text: string) {
  return readSheet(text, HEADINGS, 'ID')
}

describe('a file of records', () => {
  it('is read by its headings in any order, whatever writes them', () => {
    expect(read('room_name; ID\r\nOne, two;1\r\n;2\r\n\r\n')).toEqual({
      ok: true,
      rows: [
        { line: 2, cells: { 'Room name': 'One, two', ID: '1' } },
        { line: 3, cells: { 'Room name': '', ID: '2' } },
      ],
    })
  })

  it('reads a formula that was made harmless as what was typed', () => {
    const text = csvText([HEADINGS, ['1', '=1+1', '+44 191\n-no']])
    expect(text).toContain(`'=1+1`)
    expect(read(text)).toEqual({
      ok: true,
      rows: [{ line: 3, cells: { ID: '1', 'Room name': '=1+1', Notes: '+44 191\n-no' } }],
    })
  })

  it.each([
    ['', 1, null, 'The file is empty'],
    ['ID\n', 1, null, 'There is nothing under the headings'],
    ['ID,Rent\n1,2\n', 1, 'Rent', 'No column is called so'],
    ['ID,id\n1,2\n', 1, 'ID', 'This column is there twice'],
    ['Notes\nx\n', 1, 'ID', 'Missing: ID'],
    ['ID,Notes\n1,a,b\n', 2, null, 'There are more cells than headings'],
    ['ID,Notes\n1,"a\n', 2, null, 'A quotation mark is not closed'],
    ['ID\n\0\n', 1, null, 'This is no text file'],
  ])('%j is refused with where and how to mend it', (text, line, column, say) => {
    const found = read(text)
    expect(found.ok).toBe(false)
    expect(found.ok ? [] : found.wrong).toEqual([
      { line, column, say: expect.stringContaining(say) as string },
    ])
  })

  it('names each cell with what cannot be seen', () => {
    const say =
      'There is a character that cannot be seen and cannot be kept. Empty the cell and type it again'
    expect(read('\uFEFFID,Room name,Notes\n1,Ó\u200BNeill,ok\n2,one,\u202Eneb\n3,👩\u200D👧,\n')).toEqual({
      ok: false,
      wrong: [
        { line: 2, column: 'Room name', say },
        { line: 3, column: 'Notes', say },
      ],
    })
  })

  it('holds 10,000 lines and no more', () => {
    const text = (lines: number) => `ID\n${Array.from({ length: lines }, (_, at) => `${at}\n`).join('')}`
    expect(read(text(10_000)).ok).toBe(true)
    expect(read(text(10_001))).toEqual({
      ok: false,
      wrong: [{ line: 10_002, column: null, say: 'A file may hold 10000 lines' }],
    })
  })

  it('tells what stands on two lines', () => {
    const rows = ['a', 'b', ' A', ''].map((ID, at) => ({ line: at + 2, cells: { ID } }))
    expect(saidTwice(rows, 'ID')).toEqual([{ line: 4, column: 'ID', say: 'It stands on line 2 already' }])
  })
})
