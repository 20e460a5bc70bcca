import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { pathOfEvent, SCREEN_EVENTS, screenOf } from '~/domain/referral/events/registry'
import { fieldsOf } from '~/http/fields-of-schema'
import { keptLines, keptPage, referralsAskedOf } from './page'

it('shows what was typed in the words of the page', () => {
  expect(
    keptLines([
      ['rosh', 'not_assessed'],
      ['roshAssessedOn.day', '27'],
      ['roshAssessedOn.month', 'nov'],
      ['roshAssessedOn.year', '2025'],
      ['roshAssessedOn.sure', '2025-11-27'],
      ['violenceLastYear', '2019'],
      ['preferredAuthorities', 'E08000021'],
      ['preferredAuthorities', 'E08000024'],
      ['version', '3'],
      ['note', 'Quiet house'],
    ]),
  ).toEqual([
    { key: 'Risk of serious harm (RoSH)', value: 'Not assessed' },
    { key: 'When was it assessed?', value: '27 November 2025' },
    { key: 'Year of the last violent incident', value: '2019' },
    { key: 'Which areas does the person prefer?', value: 'Newcastle upon Tyne, Sunderland' },
    { key: 'Note', value: 'Quiet house' },
  ])
})

it('shows the forms of vacancies in the words of their pages', () => {
  const bed = '/vacancies/0b6f0f8e-2f6f-4e43-8d22-1f3d9e2f3a10'
  const from = [
    ['fromOn.day', '26'],
    ['fromOn.month', '11'],
    ['fromOn.year', '2026'],
  ] as const
  expect(keptLines([['reason', 'deep_clean'], ...from], `${bed}/void?referral=1`)).toEqual([
    { key: 'Why can it not be used?', value: 'Deep clean' },
    { key: 'First day', value: '26 November 2026' },
  ])
  expect(keptLines([['answer', 'sure']], `${bed}/stay`)).toEqual([
    { key: 'The person', value: 'Is leaving on a day that is sure' },
  ])
  expect(
    keptLines(
      [
        ['free', '3'],
        ['shown', '2'],
        ['more', '1'],
      ],
      `${bed}/count`,
    ),
  ).toEqual([
    { key: 'How many are free today?', value: '3' },
    { key: 'How many more?', value: '1' },
  ])
  expect(keptLines([...from], '/referrals/1/offer')).toEqual([
    { key: 'First night', value: '26 November 2026' },
  ])
})

it('keeps a date that cannot be read as it was typed', () => {
  expect(
    keptLines([
      ['releaseOn.day', '31'],
      ['releaseOn.month', '2'],
    ]),
  ).toEqual([{ key: 'Release date', value: '31 2' }])
})

it.each([
  ['/cases/new', 'Open a case'],
  ['/cases/0b6f0f8e-2f6f-4e43-8d22-1f3d9e2f3a10/answers/money?then=next', 'Money and status'],
  ['/cases/0b6f0f8e-2f6f-4e43-8d22-1f3d9e2f3a10/release-date', 'Move the release date'],
  ['/referrals/0b6f0f8e-2f6f-4e43-8d22-1f3d9e2f3a10/take-back-offer', 'Take back the offer'],
  ['/elsewhere', null],
])('names the page it was typed on: %s', (path, page) => {
  expect(keptPage(path)).toBe(page)
})

const REFERRAL = '0b6f0f8e-2f6f-4e43-8d22-1f3d9e2f3a10'
const CARRIED = [
  ['version', '4'],
  ['releaseVersion', '3'],
  ['changes', '2'],
] as const

describe('the form of an event', () => {
  it.each([
    [
      'take-back-place',
      [
        ['primary', 'take_back.staffing'],
        ['others', 'take_back.promised_already'],
        ['note', 'Two are ill'],
      ],
      [
        ['What is the main reason?', 'Too few staff for these days'],
        ['Other reasons', 'It was promised to somebody else'],
        ['In a few words', 'Two are ill'],
      ],
    ],
    [
      'accept',
      [
        ['saidYes', 'yes'],
        ['freesOther', 'yes'],
        ['changesRead', 'yes'],
      ],
      [
        ['The person’s own answer', 'I asked, and the person said yes to this place on these days'],
        ['The place accepted before', 'Free that place: the person wants this one instead'],
        ['Before you send this', 'I have read what changed, or rung the referrer'],
      ],
    ],
    [
      'depart',
      [
        ['departedOn.day', '26'],
        ['departedOn.month', '11'],
        ['departedOn.year', '2026'],
        ['kind', 'evicted'],
      ],
      [
        ['Which day did the person leave?', '26 November 2026'],
        ['How did the stay end?', 'Evicted'],
      ],
    ],
    [
      'book-assessment',
      [
        ['time', '06:30'],
        ['timeSure', '06:30'],
        ['method', 'rotl'],
      ],
      [
        ['At what time?', '06:30'],
        ['How?', 'On temporary licence (ROTL)'],
      ],
    ],
    [
      'request-information',
      [
        ['items', 'risk_detail'],
        ['items', 'money'],
      ],
      [['What do you need to decide?', 'Risk, and what is in place, Funding, benefits and arrears']],
    ],
  ] as const)('%s is shown in its own words, without what its page carried', (event, fields, lines) => {
    expect(keptLines([...CARRIED, ...fields], `/referrals/${REFERRAL}/${event}`)).toEqual(
      lines.map(([key, value]) => ({ key, value })),
    )
  })

  const days = { today: '2026-11-26', now: new Date('2026-11-26T10:00:00Z') }
  const asked = SCREEN_EVENTS.flatMap(event => {
    const schema = screenOf(event).form(days)
    return fieldsOf(schema).map(field => [event, field, choicesOf(schema, field)] as const)
  })

  it('is walked below, field by field', () => {
    const of = (event: string, field: string) =>
      asked.find(([each, name]) => each === event && name === field)?.[2]
    expect(asked.length).toBeGreaterThan(30)
    expect(of('book_assessment', 'method')).toEqual(['in_person', 'phone', 'video', 'rotl'])
    expect(of('decline', 'others')).toContain('eligibility.address_refused')
    expect(of('accept', 'saidYes')).toEqual(['yes'])
  })

  it.each(asked)('%s shows %s by no code', (event, field, choices) => {
    const path = `/referrals/${REFERRAL}/${pathOfEvent(event)}`
    for (const value of choices.length > 0 ? choices : ['As typed']) {
      const lines = keptLines([...CARRIED, [field, value]], path)
      expect(lines).toHaveLength(field === 'timeSure' ? 0 : 1)
      for (const { key, value: shown } of lines) {
        // Neither 'saidYes' nor 'Said yes'.
        expect(key.replaceAll(' ', '').toLowerCase()).not.toBe(field.toLowerCase())
        expect(shown === value).toBe(choices.length === 0)
      }
    }
  })
})

it('tells which provider may be told what changed, a line each', () => {
  const [one, other] = [REFERRAL, '7c1f2a55-1111-4e43-8d22-1f3d9e2f3a10']
  const fields = [
    [`passOn.r-${one}`, 'yes'],
    ['passOnAsked', one],
    [`passOn.r-${other}`, 'no'],
    ['passOnAsked', other],
  ] as const
  expect(referralsAskedOf(fields)).toEqual([one, other])
  const known = new Map([[one, { reference: 'R-20931', serviceName: 'Harebell Row' }]])
  expect(keptLines(fields, `/cases/${REFERRAL}/answers/risk`, known)).toEqual([
    {
      key: 'Does the person agree that Harebell Row is told what changed? Referral R-20931',
      value: 'Yes',
    },
    { key: 'Does the person agree that the provider is told what changed?', value: 'No' },
  ])
})

it('shows the closing of a case and a referral to be sent in words', () => {
  expect(keptLines([['reason', 'recalled_or_remanded']], `/cases/${REFERRAL}/close`)).toEqual([
    { key: 'Why does it close?', value: 'Recalled or remanded' },
  ])
  expect(keptLines([['agreedTier', '1']], `/cases/${REFERRAL}/refer`)).toEqual([
    {
      key: 'How much may this provider see?',
      value: 'Triage only: what a first look needs, in bands, without a name',
    },
  ])
})

/** What may be chosen in a field of a form: the codes of its list, or of its one tick; none where it is typed. */
function choicesOf(schema: z.core.$ZodType, field: string): string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod
  if (def.type === 'object') return def.shape[field] ? codesOf(def.shape[field]) : []
  return def.type === 'pipe' ? choicesOf(def.in, field) : []
}

function codesOf(schema: z.core.$ZodType): string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod
  if (def.type === 'enum') return Object.values(def.entries).map(String)
  if (def.type === 'literal') return def.values.map(String)
  if (def.type === 'array') return codesOf(def.element)
  if (def.type === 'pipe') return codesOf(def.in)
  return 'innerType' in def ? codesOf(def.innerType) : []
}
