import { describe, expect, it } from 'vitest'
import { readQuery } from './read-query.server'
import { typedWithout } from './reading'

/** A Friday. */
const TODAY = '2026-11-27'

function chips(typed: string, audience: 'public' | 'professional' = 'public'): string[] {
  return readQuery(typed, audience, 15, TODAY).parts.map(part => part.text)
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
    const { parts, unknownPlaces } = readQuery('a flat in SW1A 1AA', 'public', 15, '2026-11-27')
    expect(unknownPlaces).toEqual(['SW1A 1AA'])
    expect(parts.map(part => part.text)).toEqual(['a flat'])
  })

  it('take the prison somebody leaves for who they are, and not for where they go', () => {
    const read = readQuery(
      'woman leaving low newton wants somewhere in Gateshead',
      'public',
      15,
      '2026-11-27',
    ).parts
    expect(read.map(part => part.text)).toEqual([
      'for women',
      'from HMP & YOI Low Newton',
      'within 15 miles of Gateshead',
    ])
    expect(read[1]?.required).toEqual([['prison_leavers:not_refused'], ['takes:women', 'sex:not_stated']])
  })

  it('look for what is for families in the prison itself', () => {
    const [, , prison] = readQuery('parenting course for dads in Frankland', 'public', 15, '2026-11-27').parts
    expect(prison).toMatchObject({ text: 'at HMP Frankland', near: null, required: [['prison:FKI']] })
  })
})

describe('a kind that is named', () => {
  it('is that kind alone, and a wish about it all that is near it', () => {
    const required = (typed: string) => readQuery(typed, 'public', 15, '2026-11-27').parts[0]?.required
    expect(required('parenting programme for women')).toEqual([
      ['kind:parenting_programme', 'programme:parenting_course'],
    ])
    expect(required('help with parenting')).toEqual([['kind:parenting_programme', 'pathway:families']])
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
    const [asked] = readQuery('methadone', 'public', 15, '2026-11-27').parts
    expect(asked).toMatchObject({
      asks: true,
      required: [],
      preferred: [['pathway:drugs_alcohol']],
      word: null,
    })
    const [answered] = readQuery('methadone', 'professional', 15, '2026-11-27').parts
    expect(answered).toMatchObject({ asks: false, required: [['ost:yes']] })
  })
})

describe('what is denied', () => {
  it.each([
    ['refuge, no kids', ['refuge']],
    ['refuge anywhere but Durham', ['refuge', 'not only in Durham']],
    ['safe house away from newcastle', ['refuge', 'not only in Newcastle upon Tyne']],
    ['a flat, not in Sunderland', ['a flat', 'not only in Sunderland']],
    ['refuge, fleeing abuse in Sunderland', ['refuge', 'domestic abuse', 'not only in Sunderland']],
    ['a flat, is not safe in Sunderland', ['a flat', 'not only in Sunderland']],
    ['a flat away from his ex in Sunderland', ['a flat', '“ex”', 'not only in Sunderland']],
    ['woman no accommodation on release', ['for women', 'somewhere to live']],
  ])('is not asked for: "%s"', (typed, read) => {
    expect(chips(typed)).toEqual(read)
  })

  it('is searched for in no other place either: neither of two covers both', () => {
    const [one, other] = readQuery('not in Sunderland or Gateshead', 'public', 15, TODAY).parts
    expect([one?.text, other?.text]).toEqual(['not only in Sunderland', 'not only in Gateshead'])
    for (const part of [one, other]) {
      expect(part?.required[0]).toHaveLength(10)
      expect(part?.required[0]).not.toContain('authority:E08000024')
      expect(part?.required[0]).not.toContain('authority:E08000037')
    }
  })

  it.each([
    ['a flat not too far from Durham', ['a flat', 'within 15 miles of Durham']],
    ['hostel no further than 5 miles from Durham', ['hostel', 'within 5 miles of Durham']],
    ['a flat just outside Durham', ['a flat', 'within 15 miles of Durham']],
    ['cant find a hostel in Durham', ['hostel', 'within 15 miles of Durham']],
    ['own room, not shared, in Durham', ['own room', 'within 15 miles of Durham']],
    ['away from Newcastle and near Durham', ['not only in Newcastle upon Tyne', 'within 15 miles of Durham']],
    ['is not well, hostel in Durham', ['hostel', 'within 15 miles of Durham']],
    ['excluded from a hostel, Durham', ['hostel', 'within 15 miles of Durham']],
  ])('is not the place in "%s"', (typed, read) => {
    expect(chips(typed)).toEqual(read)
  })

  it('leaves out what covers nothing else', () => {
    const [not] = readQuery('not in Sunderland', 'public', 15, '2026-11-27').parts
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
    const open = readQuery('the garden at marlp', 'public', 15, '2026-11-27')
    expect(open.parts.map(part => part.word)).toEqual(['garden', 'marlp'])
    expect(open.isOpen).toBe(true)
    expect(readQuery('garden hostel', 'public', 15, '2026-11-27').isOpen).toBe(true)
    expect(readQuery('garden ', 'public', 15, '2026-11-27').isOpen).toBe(false)
  })

  it.each(['consent', 'cook', 'biker', 'falling', 'harden'])(
    'are no place for the sake of a letter: "%s"',
    typed => {
      expect(chips(typed)).toEqual([`“${typed}”`])
    },
  )

  it('are none where a sentence says nothing', () => {
    expect(chips('we are in a release meeting please')).toEqual([])
    expect(chips('M1 1AA')).toEqual([])
  })

  it('are all of them where none says anything of a service', () => {
    expect(readQuery('nearby', 'public', 15, '2026-11-27').parts.map(part => part.word)).toEqual(['nearby'])
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
    expect(() => readQuery(typed, 'public', 15, '2026-11-27')).not.toThrow()
  })
})

it('takes a part away and leaves the rest as typed', () => {
  const reading = readQuery('hostel for a couple with a dog near Durham', 'public', 15, '2026-11-27')
  const [, couple] = reading.parts
  expect(couple && typedWithout(reading, couple)).toBe('hostel for a with a dog near Durham')
})

/** Every way of denying something, with what is denied: none of it may be asked for, and no place searched near. */
describe('a denial', () => {
  const OF_ANYTHING = [
    ...[
      'no',
      'not',
      'never',
      'without',
      'avoid',
      'avoiding',
      'except',
      'excluding',
      'other than',
      'rather than',
    ],
    ...['instead of', 'apart from', 'anything but', 'do not want', 'don’t want', 'dont want', 'doesn’t want'],
    ...['does not need', 'doesnt like', 'can’t like'],
  ]
  const OF_PLACES = [
    ...['not in', 'not near', 'not back to', 'far from', 'a long way away from', 'away from'],
    ...[
      'outside',
      'outside of',
      'anywhere but',
      'anywhere except',
      'everywhere but',
      'nowhere near',
      'miles from',
    ],
    ...[
      'cannot live in',
      'can’t go back to',
      'cant stay in',
      'must not be in',
      'won’t go to',
      'does not want to live in',
    ],
    ...['banned from', 'excluded from', 'barred from', 'fleeing', 'escaping', 'never in', 'avoids'],
  ]
  const PLACES = [
    ['sunderland', 'not only in Sunderland'],
    ['gateshead', 'not only in Gateshead'],
    ['SR1', 'not only in SR1'],
    ['northumberland', 'not only in Northumberland'],
  ] as const
  const KINDS_AND_FACTS = ['hostel', 'refuge', 'flat', 'kids', 'dog', 'couple', 'wheelchair', 'methadone']

  it.each([...OF_ANYTHING.filter(words => !/need|like/.test(words)), ...OF_PLACES])(
    '“%s” a place never searches there',
    words => {
      for (const [typed, chip] of PLACES) {
        const { parts } = readQuery(`refuge ${words} ${typed}`, 'professional', 15, TODAY)
        expect(parts.map(part => part.near)).toEqual(parts.map(() => null))
        expect(parts.map(part => part.text)).toContainEqual(expect.stringContaining(chip))
      }
    },
  )

  it.each(OF_ANYTHING)('“%s” a kind or a fact never asks for it', words => {
    for (const fact of KINDS_AND_FACTS)
      for (const between of ['', 'a ', 'any ']) {
        const read = chips(`garden ${words} ${between}${fact}`, 'professional')
        expect(read).toEqual(['“garden”'])
      }
  })
})

describe('a day', () => {
  it.each([
    ['bed tomorrow', ['free by Sat 28 November']],
    ['bed tomorow', ['free by Sat 28 November']],
    ['bed day after tomorrow', ['free by Sun 29 November']],
    ['bed friday', ['free by Fri 27 November']],
    ['bed this saturday', ['free by Sat 28 November']],
    ['bed next friday', ['free by Fri 4 December']],
    ['bed on weds', ['free by Wed 2 December']],
    ['bed from 4 december', ['free by Fri 4 December']],
    ['bed from 4th of dec', ['free by Fri 4 December']],
    ['bed December 4th', ['free by Fri 4 December']],
    ['bed 4 December 2026', ['free by Fri 4 December']],
    ['bed in two weeks', ['free by Fri 11 December']],
    ['bed in 10 days', ['free by Mon 7 December']],
    ['bed in a fortnight', ['free by Fri 11 December']],
    ['bed in a couple of weeks', ['free by Fri 11 December']],
    ['bed 3 weeks time', ['free by Fri 18 December']],
    ['bed next week', ['free by Mon 30 November']],
    ['bed next month', ['free by Tue 1 December']],
    ['bed on release 12/12', ['free by Sat 12 December']],
    ['bed 12.12.2026', ['free by Sat 12 December']],
    ['bed 12-12-26', ['free by Sat 12 December']],
    ['bed 2026-12-12', ['free by Sat 12 December']],
    ['bed from January', ['free by 1 January 2027']],
    ['bed from 3 jan', ['free by 3 January 2027']],
  ])('is read in "%s"', (typed, read) => {
    expect(chips(typed, 'professional')).toEqual(['somewhere to live', ...read])
  })

  it.each([
    ...['bed 26 november', 'bed 31 november', 'bed 30/2', 'bed 13/13', 'bed 12/12/2025', 'bed 12/12/2030'],
    ...[
      'bed 20 november 2026',
      'bed last friday',
      'bed on fridays',
      'bed every friday',
      'bed since 4 december',
    ],
    ...['bed in a day', 'bed dob 4/12/2006', 'bed may 2', 'bed not friday', 'bed 99 december'],
  ])('is none that is past, impossible or of something else: "%s"', typed => {
    expect(chips(typed, 'professional')).toEqual(['somewhere to live'])
  })

  it('is read where another fact stands beside it', () => {
    expect(chips('1/2 bed flat', 'professional')).not.toContainEqual(expect.stringContaining('free by'))
    expect(chips('24/7 staff', 'professional')).toEqual(['staffed day and night'])
    expect(chips('hostel durham next friday for a woman', 'professional')).toEqual([
      ...['hostel', 'within 15 miles of Durham', 'free by Fri 4 December', 'for women'],
    ])
  })

  it('is of a bed alone, and the first of two', () => {
    expect(chips('parenting course next friday', 'professional')).not.toContainEqual(
      expect.stringContaining('free by'),
    )
    expect(chips('bed friday or monday', 'professional')).toEqual([
      'somewhere to live',
      'free by Fri 27 November',
    ])
  })

  it('is a professional’s to filter by, and somebody signed out is told to ring', () => {
    expect(readQuery('bed next friday', 'professional', 15, TODAY).parts[1]).toMatchObject({
      ...{ freeBy: '2026-12-04', asks: false, weight: 'wish' },
    })
    expect(readQuery('bed next friday', 'public', 15, TODAY).parts[1]).toMatchObject({ asks: true })
  })
})
