import { describe, expect, it } from 'vitest'
import { isOverdue, standingWords } from './entry'
import { entryForm } from './entry-form'
import { tellsOfAPerson } from './no-person'

const TODAY = '2027-02-01'

describe('how an action stands', () => {
  it.each([
    ['under_way', '2027-02-01', 'Under way, on time', false],
    ['under_way', '2027-01-31', 'Overdue, under way', true],
    ['to_start', '2027-01-31', 'Overdue, not started', true],
    ['to_start', '2027-02-02', 'Not started, on time', false],
    ['done', '2027-01-31', 'Done', false],
    ['mistaken', '2027-01-31', 'Recorded by mistake', false],
    ['open', null, 'Open', false],
  ] as const)('%s, due %s: %s', (state, dueOn, words, overdue) => {
    expect(standingWords({ state, dueOn }, TODAY)).toBe(words)
    expect(isOverdue({ state, dueOn }, TODAY)).toBe(overdue)
  })
})

describe('words of the register', () => {
  it.each([
    'A1234BC has nowhere to go',
    'see a 1234 bc',
    'number A-1234-BC',
    'CRN X123456',
    'crn x 123 456'.replace(' 456', '456'),
    'Her DOB is 3 March 1990',
    'born on 3/3/1990',
    'Ask Ms Wren',
    'for Mrs. Skelder',
  ])('may not tell who somebody is: %s', words => {
    expect(tellsOfAPerson(words)).not.toBeNull()
  })

  it.each([
    'Commission 6 beds by April 2027 at £84,000',
    'HMP Durham and HMP Low Newton, wing B, 12 places',
    'Renew lease of 14 flats, SR1 3AA, ring 0191 498 0200',
    'The miss rate falls to 10%',
  ])('may say what a gap needs: %s', words => {
    expect(tellsOfAPerson(words)).toBeNull()
  })
})

describe('the form of an action', () => {
  const typed = {
    subject: 'pathway.families',
    place: 'LNI',
    words: 'Fund a second worker',
    owner: 'Region',
    costPounds: '£12,500',
    dueOn: { day: '30', month: '6', year: '2027' },
    state: 'to_start',
  }
  const problems = (changes: object) => {
    const read = entryForm('action', TODAY).safeParse({ ...typed, ...changes })
    return read.success ? [] : read.error.issues.map(issue => issue.path.join('.'))
  }

  it('reads a cost as it is written', () => {
    expect(entryForm('action', TODAY).parse(typed)).toEqual({
      subject: 'pathway.families',
      place: 'LNI',
      words: 'Fund a second worker',
      owner: 'Region',
      costPounds: 12_500,
      dueOn: '2027-06-30',
      nature: null,
      severity: null,
      state: 'to_start',
    })
    expect(entryForm('action', TODAY).parse({ ...typed, costPounds: undefined }).costPounds).toBeNull()
  })

  it.each([
    [{ subject: 'pathway.none' }, ['subject']],
    [{ place: 'E06000001x' }, ['place']],
    [{ costPounds: 'about 5k' }, ['costPounds']],
    [{ costPounds: '12.50' }, ['costPounds']],
    [{ state: 'open' }, ['state']],
    [{ dueOn: {} }, ['dueOn']],
    [{ owner: 'A1234BC' }, ['owner']],
    [{ words: 'x'.repeat(401) }, ['words']],
  ])('refuses %o beside its field', (changes, fields) => {
    expect(problems(changes)).toEqual(fields)
  })
})
