import { parseWithZod } from '@conform-to/zod/v4'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { EventDays } from './event-spec'
import { type ScreenEvent, screenOf } from './registry'

function read(schema: z.ZodType, fields: [string, string][]) {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  const submission = parseWithZod(form, { schema })
  return submission.status === 'success' ? submission.value : submission.error
}

function formOf(event: ScreenEvent, days: EventDays) {
  return screenOf(event).form(days)
}

const DAYS = {
  today: '2026-11-22',
  now: new Date('2026-11-22T10:00:00Z'),
  releaseOn: '2026-12-28',
  since: '2026-11-02',
}

const DAY: [string, string][] = [
  ['day.day', '24'],
  ['day.month', '11'],
  ['day.year', '2026'],
]

const BEDSPACE = '0b6f0f8e-2f6f-4e43-8d22-1f3d9e2f3a10'
const OFFER: [string, string][] = [
  ['bedspaceId', BEDSPACE],
  ['conflictCheck', 'done'],
]

function boxes(name: string, day: string | null): [string, string][] {
  const [year = '', month = '', date = ''] = day?.split('-') ?? []
  return [
    [`${name}.day`, date],
    [`${name}.month`, month],
    [`${name}.year`, year],
  ]
}

/** The same where the reader is told the week of the release alone: Mon 14 to Sun 20 December. */
const WEEK = { ...DAYS, releaseOn: '2026-12-14', releaseUntil: '2026-12-20' }

describe('where the week of the release alone is known', () => {
  it.each([
    ['2026-12-14', null],
    [
      '2026-12-15',
      'Tue 15 December 2026 is in the week of the release, and may be after it. Change the date, or tick that it is right',
    ],
    ['2026-12-21', 'Mon 21 December 2026 is after the release. Change the date, or tick that it is right'],
  ])('an assessment on %s is said to be after the release: %s', (day, say) => {
    const given: [string, string][] = [...boxes('day', day), ['time', '10:00'], ['method', 'phone']]
    expect(read(formOf('book_assessment', WEEK), given)).toEqual(
      say === null
        ? { at: new Date(`${day}T10:00:00Z`), method: 'phone', note: null }
        : { 'day.sure': [say] },
    )
  })

  it.each([
    ['2026-12-11', 'before the release'],
    ['2026-12-14', 'in the week of the release, and may be before it'],
    ['2026-12-17', 'in the week of the release, and may be before it'],
    ['2026-12-19', 'in the week of the release, and may be before it'],
    // Nobody leaves later than that, so it is not before; nor more than a week after it until a week later.
    ['2026-12-20', null],
    ['2026-12-27', null],
    ['2026-12-28', 'more than a week after the release'],
  ])('a first night on %s is asked about: %s', (day, apart) => {
    const errors = read(formOf('offer', WEEK), [...OFFER, ...boxes('fromOn', day)])
    if (apart === null) expect(errors).toMatchObject({ fromOn: day, bedspaceId: BEDSPACE })
    else
      expect(errors).toEqual({
        whyThen: [`The first night is ${apart}. Change it, or say why the stay begins then`],
      })
  })
})

describe('the forms of a referral', () => {
  it.each(['14:30', '14.30', '1430'])('take the time %s as people write it', time => {
    expect(read(formOf('book_assessment', DAYS), [...DAY, ['time', time], ['method', 'phone']])).toEqual({
      method: 'phone',
      note: null,
      at: new Date('2026-11-24T14:30:00Z'),
    })
  })

  it('refuse a time that is none', () => {
    expect(read(formOf('book_assessment', DAYS), [...DAY, ['time', '25:00'], ['method', 'phone']])).toEqual({
      time: ['Enter the time as hours and minutes, such as 14:00'],
    })
  })

  it.each([
    [
      '28',
      '3',
      '2027',
      '01:30',
      { time: ['There is no 01:30 on 28 March 2027: the clocks go forward. Enter another time'] },
    ],
    ['22', '11', '2026', '09:00', { time: ['The time of the assessment must be in the future'] }],
    [
      '24',
      '11',
      '2026',
      '03:00',
      { timeSure: ['03:00 is before 07:00 or after 20:00. Change the time, or tick that it is right'] },
    ],
    [
      '14',
      '1',
      '2040',
      '10:00',
      { 'day.year': ['The day of the assessment must be within the next 12 months'] },
    ],
    [
      '25',
      '12',
      '2026',
      '10:00',
      {
        'day.sure': [
          'Fri 25 December 2026 is Christmas Day, when most offices are shut. Change the date, or tick that it is right',
        ],
      },
    ],
    [
      '29',
      '12',
      '2026',
      '10:00',
      {
        'day.sure': [
          'Tue 29 December 2026 is after the release on Mon 28 December 2026. Change the date, or tick that it is right',
        ],
      },
    ],
  ])('say what is odd in an assessment on %s %s %s at %s', (day, month, year, time, errors) => {
    // Both times that cannot be are on Sundays, which are asked about first.
    const tick: [string, string][] =
      'time' in errors ? [['day.sure', `${year}-${month.padStart(2, '0')}-${day}`]] : []
    const given: [string, string][] = [
      ['day.day', day],
      ['day.month', month],
      ['day.year', year],
      ['time', time],
      ['method', 'phone'],
      ...tick,
    ]
    expect(read(formOf('book_assessment', DAYS), given)).toEqual(errors)
  })

  it('take an assessment at an odd hour on an odd day once both are ticked', () => {
    const given: [string, string][] = [
      ['day.day', '25'],
      ['day.month', 'Dec'],
      ['day.year', '2026'],
      ['day.sure', '2026-12-25'],
      ['time', '6.00'],
      ['timeSure', '06:00'],
      ['method', 'phone'],
    ]
    expect(read(formOf('book_assessment', DAYS), given)).toMatchObject({
      at: new Date('2026-12-25T06:00:00Z'),
    })
  })

  it('take a main reason and up to two more', () => {
    const given: [string, string][] = [
      ['primary', 'risk.arson'],
      ['others', 'needs.pet'],
      ['others', 'process.too_late'],
    ]
    expect(read(formOf('decline', DAYS), given)).toEqual({
      reasons: { primary: 'risk.arson', others: ['needs.pet', 'process.too_late'], note: null },
    })
    expect(read(formOf('decline', DAYS), [...given, ['others', 'needs.language']])).toEqual({
      others: ['Choose up to 2 more reasons'],
    })
    expect(
      read(formOf('decline', DAYS), [
        ['primary', 'risk.arson'],
        ['others', 'risk.arson'],
      ]),
    ).toEqual({
      others: ['Choose further reasons that are not the main one'],
    })
    expect(read(formOf('decline', DAYS), [['primary', 'withdrawn.died']])).toEqual({
      primary: ['Choose the main reason'],
    })
  })

  it('want words for "something else"', () => {
    expect(read(formOf('request_information', DAYS), [['items', 'other']])).toEqual({
      note: ['Say what else you need'],
    })
  })

  it('want the conflict check before an offer', () => {
    expect(
      read(formOf('offer', DAYS), [['bedspaceId', '0b6f0f8e-2f6f-4e43-8d22-1f3d9e2f3a10']]),
    ).toMatchObject({
      conflictCheck: ['Do the conflict check, then tick that it is done'],
      fromOn: ['Enter the first night, such as 28 12 2026'],
    })
  })

  it.each([
    ['2062-01-14', null, { 'fromOn.year': ['The first night must be within a year of the release'] }],
    [
      '2026-12-21',
      null,
      { whyThen: ['The first night is before the release. Change it, or say why the stay begins then'] },
    ],
    [
      '2027-01-05',
      null,
      {
        whyThen: [
          '8 nights without a bed: release is on Mon 28 December, the first night is Tue 5 January 2027. Change it, or say why the stay begins then',
        ],
      },
    ],
    [
      '2026-12-14',
      '2026-12-28',
      {
        untilOn: ['The last day must be after the release: the stay would be over before it can begin'],
      },
    ],
    ['2026-12-28', '9999-12-31', { 'untilOn.year': ['The last day must be within 5 years of the release'] }],
    ['2026-12-30', '2026-12-29', { untilOn: ['The last day must come after the first night'] }],
    ['2026-12-28', '2027-06-28', { bedspaceId: BEDSPACE, untilOn: '2027-06-28', conflictCheckDone: true }],
    [
      '2026-12-29',
      null,
      {
        whyThen: [
          '1 night without a bed: release is on Mon 28 December, the first night is Tue 29 December. Change it, or say why the stay begins then',
        ],
      },
    ],
  ])('read an offer from %s to %s', (from, until, expected) => {
    expect(
      read(formOf('offer', DAYS), [...OFFER, ...boxes('fromOn', from), ...boxes('untilOn', until)]),
    ).toMatchObject(expected)
  })

  it('tell a reader of the week alone no day of release, and ask for no reason within a week of its Sunday', () => {
    const days = { ...DAYS, releaseUntil: '2027-01-03' }
    const from = (day: string) => read(formOf('offer', days), [...OFFER, ...boxes('fromOn', day)])
    expect(from('2027-01-10')).toMatchObject({ fromOn: '2027-01-10' })
    expect(from('2027-01-11')).toEqual({
      whyThen: [
        'The first night is more than a week after the release. Change it, or say why the stay begins then',
      ],
    })
  })

  it('take an offer that begins apart from the release once it is said why', () => {
    const given: [string, string][] = [...OFFER, ...boxes('fromOn', '2026-12-21'), ['whyThen', 'ROTL first']]
    expect(read(formOf('offer', DAYS), given)).toMatchObject({ fromOn: '2026-12-21', note: 'ROTL first' })
  })

  it('take no arrival before the referral, no departure before the arrival, and ask about old ones', () => {
    const leaving = boxes('expectedDepartureOn', '2027-06-28')
    const arrive = (day: string) => read(formOf('arrive', DAYS), [...boxes('arrivedOn', day), ...leaving])
    expect(arrive('1900-01-01')).toEqual({
      'arrivedOn.year': ['The day of arrival must not be before the referral was made'],
    })
    expect(arrive('2026-11-10')).toEqual({
      'arrivedOn.sure': [
        'Tue 10 November 2026 is more than a week ago. Change the date, or tick that it is right',
      ],
    })
    expect(read(formOf('depart', DAYS), [...boxes('departedOn', '1950-05-05'), ['kind', 'evicted']])).toEqual(
      {
        'departedOn.year': ['The day of departure must not be before the arrival'],
      },
    )
    const far = [...boxes('arrivedOn', '2026-11-22'), ...boxes('expectedDepartureOn', '9999-12-31')]
    expect(read(formOf('arrive', DAYS), far)).toEqual({
      'expectedDepartureOn.year': ['The day the person is expected to leave must be within the next 5 years'],
    })
  })
})
