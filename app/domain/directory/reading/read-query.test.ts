import { describe, expect, it } from 'vitest'
import { readQuery } from './read-query.server'
import { typedWithout } from './reading'

function chips(typed: string, audience: 'public' | 'professional' = 'public'): string[] {
  return readQuery(typed, audience, 15).parts.map(part => part.text)
}

describe('places in a query', () => {
  it.each([
    ['TS1 2', ['within 15 miles of TS1 (approximate)']],
    ['TS12', ['within 15 miles of TS12 (Saltburn-by-the-Sea)']],
    ['NE4 5TG', ['within 15 miles of NE4 (approximate)']],
    ['ne45tg', ['within 15 miles of NE4 (approximate)']],
    ['hostel, Middlesborough.', ['hostel', 'within 15 miles of Middlesbrough']],
    ['hostel in Sunderlnd', ['hostel', 'within 15 miles of Sunderland']],
    ['gatshead refuge', ['within 15 miles of Gateshead', 'refuge']],
    ['supported housing Co Durham', ['supported housing', 'in County Durham']],
    ['rooms in Co. Durham', ['somewhere to live', 'in County Durham']],
    ['teesside', ['in Tees Valley']],
    ['within 10 miles of Hexham', ['within 10 miles of Hexham']],
    ['a flat near HMP Durham', ['a flat', 'within 15 miles of HMP & YOI Durham']],
  ])('are found in "%s"', (typed, read) => {
    expect(chips(typed)).toEqual(read)
  })

  it('says of a postcode elsewhere that it is outside the region, and narrows nothing by it', () => {
    const { parts, unknownPlaces } = readQuery('a flat in SW1A 1AA', 'public', 15)
    expect(unknownPlaces).toEqual(['SW1A 1AA'])
    expect(parts.map(part => part.text)).toEqual(['a flat'])
  })

  it('take the prison somebody leaves for who they are, and not for where they go', () => {
    const read = readQuery('woman leaving low newton wants somewhere in Gateshead', 'public', 15).parts
    expect(read.map(part => part.text)).toEqual([
      'for women',
      'from HMP & YOI Low Newton',
      'within 15 miles of Gateshead',
    ])
    expect(read[1]?.required).toEqual([['prison_leavers:not_refused'], ['takes:women', 'sex:not_stated']])
  })

  it('look for what is for families in the prison itself', () => {
    const [, , prison] = readQuery('parenting course for dads in Frankland', 'public', 15).parts
    expect(prison).toMatchObject({ text: 'at HMP Frankland', near: null, required: [['prison:FKI']] })
  })
})

describe('words that are a fact', () => {
  it.each([
    ['hostels', ['hostel']],
    ['domestic violance', ['domestic abuse']],
    ['women’s refuges', ['refuge']],
    ['can I bring my dog', ['with a pet']],
    ['mums and babies', ['mother and baby']],
    ['mum and baby', ['mother and baby']],
    ['over 50s', ['over 50']],
    ['housing 1st', ['Housing First']],
    ['under 25', ['under 25']],
    ['aged 19', ['aged 19']],
    ['19 year old lad', ['aged 19', 'for men']],
    ['Polish speaking', ['speaks Polish']],
    ['ex army', ['veterans']],
    ['no stairs', ['step free']],
    ['my husband hits me', ['domestic abuse']],
    ['bed tonight newcastle', ['somewhere to live', 'tonight', 'within 15 miles of Newcastle upon Tyne']],
    [
      'hostel for a couple with a dog near Durham',
      ['hostel', 'for a couple', 'with a pet', 'within 15 miles of Durham'],
    ],
  ])('are read in "%s"', (typed, read) => {
    expect(chips(typed)).toEqual(read)
  })

  it('never narrow by a child’s age', () => {
    expect(chips('refuge for a mum with boys over 12')).toEqual(['refuge', 'for mothers', 'with children'])
  })

  it('are for professionals alone where a policy answers them: somebody signed out is told to ask', () => {
    const [asked] = readQuery('methadone', 'public', 15).parts
    expect(asked).toMatchObject({
      asks: true,
      required: [],
      preferred: [['pathway:drugs_alcohol']],
      word: null,
    })
    const [answered] = readQuery('methadone', 'professional', 15).parts
    expect(answered).toMatchObject({ asks: false, required: [['ost:yes']] })
  })
})

describe('what is denied', () => {
  it.each([
    ['refuge, no kids', ['refuge']],
    ['refuge anywhere but Durham', ['refuge', 'not Durham']],
    ['safe house away from newcastle', ['refuge', 'not Newcastle upon Tyne']],
    ['a flat, not in Sunderland', ['a flat', 'not Sunderland']],
    ['woman no accommodation on release', ['for women', 'somewhere to live']],
  ])('is not asked for: "%s"', (typed, read) => {
    expect(chips(typed)).toEqual(read)
  })

  it('leaves out what covers nothing else', () => {
    const [not] = readQuery('not in Sunderland', 'public', 15).parts
    expect(not?.required[0]).toHaveLength(11)
    expect(not?.required[0]).not.toContain('authority:E08000024')
    expect(not?.near).toBeNull()
  })
})

describe('an age', () => {
  it.each([
    ['mum with 2 kids under 18', ['for mothers', 'with children']],
    ['two kids under 16', ['with children']],
    ['dad with a 17 year old son', ['for fathers', 'for a man of the family']],
    ['hostel for my 19 year old son', ['hostel', 'aged 19', 'for a man of the family']],
    ['hostel, no under 25s', ['hostel']],
  ])('is read where it is whom a place is for: "%s"', (typed, read) => {
    expect(chips(typed)).toEqual(read)
  })
})

describe('the words left', () => {
  it('are looked for as they were typed, and the last one may still be being typed', () => {
    const open = readQuery('the garden at marlp', 'public', 15)
    expect(open.parts.map(part => part.word)).toEqual(['garden', 'marlp'])
    expect(open.isOpen).toBe(true)
    expect(readQuery('garden hostel', 'public', 15).isOpen).toBe(true)
    expect(readQuery('garden ', 'public', 15).isOpen).toBe(false)
  })

  it.each(['consent', 'cook', 'biker', 'falling', 'harden'])(
    'are no place for the sake of a letter: "%s"',
    typed => {
      expect(chips(typed)).toEqual([`“${typed}”`])
    },
  )

  it('are none where a sentence says nothing', () => {
    expect(chips('release on the 14 december please')).toEqual([])
    expect(chips('M1 1AA')).toEqual([])
  })

  it('are all of them where none says anything of a service', () => {
    expect(readQuery('nearby', 'public', 15).parts.map(part => part.word)).toEqual(['nearby'])
  })

  it('are left aside first where there are more than eight parts: the need and the place at the end stay', () => {
    const typed = 'garden laundry parking lamps balcony piano attic cellar near Durham with a wheelchair'
    expect(chips(typed)).toEqual([
      ...['“garden”', '“laundry”', '“parking”', '“lamps”', '“balcony”', '“piano”'],
      ...['within 15 miles of Durham', 'wheelchair access'],
    ])
  })

  it('are read up to the hundredth: a sentence is shorter, and a pasted page keeps nobody waiting', () => {
    const filling = (words: number) => `${'the '.repeat(words)}hostel in Durham`
    expect(chips(filling(97))).toEqual(['hostel', 'within 15 miles of Durham'])
    expect(chips(filling(98))).toEqual(['hostel'])
    expect(chips(filling(5_000))).toEqual([])
  })

  it('of three letters are no slips of longer ones', () => {
    expect(chips('hoste')).toEqual(['hostel'])
    expect(chips('hos')).toEqual(['“hos”'])
  })

  it.each(['', '   ', '"(', '\u0000', '🏠', '\u202Eabc', '-'.repeat(10_000)])('cope with %j', typed => {
    expect(() => readQuery(typed, 'public', 15)).not.toThrow()
  })
})

it('takes a part away and leaves the rest as typed', () => {
  const reading = readQuery('hostel for a couple with a dog near Durham', 'public', 15)
  const [, couple] = reading.parts
  expect(couple && typedWithout(reading, couple)).toBe('hostel for a with a dog near Durham')
})
