import { describe, expect, it } from 'vitest'
import { csvText } from './csv'

describe('csvText', () => {
  it('writes one line a row, quoting what would break it', () => {
    expect(
      csvText([
        ['Area', 'Beds'],
        ['Stockton, "Tees"', 3],
        ['two\nlines', null],
      ]),
    ).toBe('\uFEFFArea,Beds\r\n"Stockton, ""Tees""",3\r\n"two\nlines",\r\n')
  })

  it('makes harmless what a spreadsheet would run', () => {
    for (const start of ['=', '+', '-', '@', '\t']) {
      expect(csvText([[`${start}1+1`]])).toBe(`\uFEFF'${start}1+1\r\n`)
    }
    expect(csvText([['=HYPERLINK("http://evil.example","x")']])).toBe(
      `\uFEFF"'=HYPERLINK(""http://evil.example"",""x"")"\r\n`,
    )
  })

  it('leaves a number a number', () => {
    expect(csvText([[-2, 0]])).toBe('\uFEFF-2,0\r\n')
  })
})
