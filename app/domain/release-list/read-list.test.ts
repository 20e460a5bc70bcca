import { describe, expect, it } from 'vitest'
import { readList } from './read-list'

const TODAY = '2027-02-01'
const KAY = { prisonNumber: 'Z4410KD', releaseOn: '2027-03-08', sex: 'woman' }
const LIN = { prisonNumber: 'Z9002BB', releaseOn: '2027-04-05', sex: 'man' }

describe('a release list', () => {
  it.each([
    [
      'commas and days as people write them',
      'Prison number,Release date,Sex\nZ4410KD,08/03/2027,F\nZ9002BB,5/4/2027,male\n',
    ],
    [
      'semicolons, CR LF and a BOM',
      '\uFEFFPrison number;Release date;Sex\r\nz4410kd;2027-03-08;woman\r\nZ9002BB;2027-04-05;M\r\n',
    ],
    [
      'old line ends, other columns and quotes',
      'Name,sex,NOMS number,Release_date\r"Marrow, Kay",Woman,"Z4410 KD",08-03-2027\r"=1+1",Man,Z9002BB,2027-04-05',
    ],
  ])('is read with %s', (_, text) => {
    expect(readList(text, TODAY)).toEqual({ ok: true, people: [KAY, LIN] })
  })

  it('says of every line what is wrong with it, and reads nobody', () => {
    const text = [
      'Prison number,Release date,Sex',
      'Z4410KD,08/03/2027,F',
      '',
      'Z44,31/02/2027,X',
      'Z4410KD,09/03/2027,F',
      'Z9002BB,01/01/2020,M',
    ].join('\n')
    expect(readList(text, TODAY)).toEqual({
      ok: false,
      wrong: [
        {
          line: 4,
          say: 'The prison number must be a letter, 4 numbers and 2 letters, like Z1234AB; the release date must be a day, like 28/12/2026; the sex must be woman or man',
        },
        { line: 5, say: 'This prison number stands on line 2 already' },
        { line: 6, say: 'The release date must be from 4 weeks ago to 2 years ahead' },
      ],
    })
  })

  it('says on which line something cannot be seen, and looks at no name', () => {
    const text =
      'Name,Prison number,Release date,Sex\nÓ\u200BNeill,Z4410KD,09/03/2027,F\nB,Z4411\u200BKD,09/03/2027,F'
    expect(readList(text, TODAY)).toEqual({
      ok: false,
      wrong: [
        {
          line: 3,
          say: 'There is a character that cannot be seen and cannot be kept. Empty the cell and type it again',
        },
      ],
    })
  })

  it.each([
    ['', 'The file is empty. Its first line must name the columns'],
    ['Name,Sex\nA,F', 'The first line must name the columns. Missing: prison number, release date'],
    ['Prison number,Release date,Sex\n', 'There is nobody under the headings'],
    ['PK\u0003\u0004\0\0', 'This is no text file. Save the list as CSV'],
    ['Prison number,Release date,Sex\n"Z4410KD,1,F', 'A quotation mark is not closed'],
  ])('that is none is refused: %j', (text, say) => {
    const read = readList(text, TODAY)
    expect(read.ok ? null : read.wrong.map(each => each.say)).toEqual([say])
  })
})
