import { describe, expect, it } from 'vitest'
import { questionOf, readSought, soughtParams } from './sought'

const TODAY = '2026-11-22'
const read = (address: string) => readSought(new URLSearchParams(address), TODAY)

describe('the address of supply', () => {
  it('asks for a woman from prison unless told otherwise, and of today', () => {
    expect(read('')).toEqual({
      problems: [],
      sought: {
        ...{
          fromPrison: true,
          place: 'any',
          needs: [],
          on: null,
          reading: null,
          area: null,
          showsDates: false,
        },
      },
    })
    expect(questionOf(read('').sought)).toEqual({ fromPrison: true, chosen: null })
    expect(questionOf(read('from=anywhere').sought)).toEqual({ fromPrison: false, chosen: null })
  })

  it('holds any combination: with children means of a woman from prison', () => {
    expect(questionOf(read('with=step_free&with=children&place=women_only&age=age_18_20').sought)).toEqual({
      fromPrison: true,
      chosen: { place: 'women_only', asks: ['from_prison', 'children', 'step_free', 'age_18_20'] },
    })
    expect(questionOf(read('from=anywhere&with=children').sought).chosen?.asks).toEqual(['children'])
  })

  it.each([
    '',
    '?from=anywhere&place=refuge&with=children&with=couple&age=age_21_24&area=E08000024&dates=yes',
    '?on=2027-02-14',
    '?reading=2026-10-01',
  ])('is written as it is read: %s', address => {
    expect(soughtParams(read(address).sought)).toBe(address)
  })

  it('takes a day from today to twelve weeks ahead', () => {
    expect(read('on=2026-11-22').sought.on).toBe('2026-11-22')
    expect(read('on=2027-02-14').sought.on).toBe('2027-02-14')
    expect(read('on=2027-02-15')).toMatchObject({
      sought: { on: null },
      problems: [{ field: 'on', message: 'The day a bed is wanted must be within the next 12 weeks' }],
    })
    expect(read('on=2026-11-21').problems).toHaveLength(1)
    expect(read('on=soon').problems).toHaveLength(1)
  })

  it('takes a night up to today', () => {
    expect(read('reading=2026-11-22').sought.reading).toBe('2026-11-22')
    expect(read('reading=2026-11-23')).toMatchObject({
      sought: { reading: null },
      problems: [{ field: 'reading', message: 'The day of an earlier reading must be today or earlier' }],
    })
  })

  it('leaves out the day of an earlier reading, and says so', () => {
    const { sought, problems } = read('reading=2026-10-01&on=2026-12-01')
    expect([sought.on, sought.reading, problems[0]?.field]).toEqual([null, '2026-10-01', 'on'])
  })

  it('names what does not exist, and leaves it out', () => {
    const { sought, problems } = read('with=wings&place=castle&age=7&area=E99&from=space&dates=no')
    expect(sought).toEqual(read('').sought)
    expect(problems.map(({ field }) => field).sort()).toEqual([
      'age',
      'area',
      'dates',
      'from',
      'place',
      'with',
    ])
  })
})
