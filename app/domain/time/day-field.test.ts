import { parseWithZod } from '@conform-to/zod/v4'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { dayField, optionalMonthField, optionalYearField, tickFor, writtenDay } from './day-field'
import { SPANS, type SpanName, outsideSpan } from './spans'

const FACTS = { today: '2026-11-26' }

function read(schema: z.ZodType, fields: [string, string][]) {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  const submission = parseWithZod(form, { schema: z.object({ when: schema }) })
  return submission.status === 'success' ? submission.value.when : submission.error
}

function typed(span: SpanName, day: string, month: string, year: string, sure?: string) {
  const boxes: [string, string][] = [
    ['when.day', day],
    ['when.month', month],
    ['when.year', year],
  ]
  if (sure !== undefined) boxes.push(['when.sure', sure])
  return read(dayField(span, FACTS), boxes)
}

describe('a typed date', () => {
  it.each([
    ['3', 'March', '1990'],
    ['3', 'mar', '1990'],
    [' 03 ', ' 3 ', ' 1990 '],
    ['3rd', 'MARCH', '1990'],
    ['3', 'Mar.', '1990'],
    ['3 March 1990', '', ''],
    ['3 mar 1990', '', ''],
    ['3/3/1990', '', ''],
    ['3.3.1990', '', ''],
    ['1990-03-03', '', ''],
  ])('is read from %j, %j, %j', (day, month, year) => {
    expect(typed('birth', day, month, year)).toBe('1990-03-03')
  })

  it.each([
    ['3', 'March', '90', { 'when.year': ['Enter the year as four figures, such as 1992'] }],
    ['3', 'March', '', { 'when.year': ['The date of birth needs a year'] }],
    ['', '', '1990', { 'when.day': ['The date of birth needs a day and a month'] }],
    ['', '3', '1990', { 'when.day': ['The date of birth needs a day'] }],
    ['31', '2', '1990', { 'when.day': ['There is no 31 February 1990: the month has 28 days'] }],
    ['29', 'feb', '1991', { 'when.day': ['There is no 29 February 1991: the month has 28 days'] }],
    ['32', '1', '1990', { 'when.day': ['Enter the day as a number from 1 to 31'] }],
    ['soon', '1', '1990', { 'when.day': ['Enter the day as a number from 1 to 31'] }],
    [
      '1',
      '13',
      '1990',
      { 'when.month': ['Enter the month as a number from 1 to 12 or a name, such as 3 or March'] },
    ],
    ['1', '1', '1899', { 'when.year': ['Check the year of birth: it makes the person over 110'] }],
    ['1', '1', '2062', { 'when.year': ['The date of birth must be in the past'] }],
    ['1', '1', '9999', { 'when.year': ['The date of birth must be in the past'] }],
    ['1', '1', '99999', { 'when.year': ['Enter the year as four figures, such as 1992'] }],
    ['26', '11', '2026', { when: ['The date of birth must be in the past'] }],
    ['', '', '', { when: ['Enter the date of birth, such as 28 3 1992'] }],
    ['x'.repeat(50), '1', '1990', { 'when.day': ['Enter a shorter date, such as 28 3 2026'] }],
  ])('says what is wrong with %j, %j, %j beside the box at fault', (day, month, year, errors) => {
    expect(typed('birth', day, month, year)).toEqual(errors)
  })

  it.each([
    ['release', 'Enter the year as four figures, such as 2026'],
    ['lastDay', 'Enter the year as four figures, such as 2027'],
    ['assessment', 'Enter the year as four figures, such as 2027'],
  ] as const)('names a year that suits the field: %s', (span, words) => {
    expect(typed(span, '3', 'March', '27')).toEqual({ 'when.year': [words] })
  })

  it('is never answered in the words of the validator, whatever is sent', () => {
    expect(read(dayField('birth', FACTS), [['when', 'x']])).toEqual({
      when: ['Enter the date of birth as day, month and year'],
    })
    const twice: [string, string][] = [
      ['when.day', '1'],
      ['when.day', '2'],
      ['when.month', '1'],
      ['when.year', '1990'],
    ]
    expect(read(dayField('birth', FACTS), twice)).toEqual({
      'when.day': ['Enter this once, as numbers or the name of a month'],
    })
  })

  it('takes a tick for the day it was asked about, and for no other', () => {
    const question =
      'Sat 28 November 2026 is a Saturday, when hardly anybody is released. Change the date, or tick that it is right'
    expect(typed('release', '28', '11', '2026')).toEqual({ 'when.sure': [question] })
    expect(typed('release', '28', '11', '2026', '2026-12-25')).toEqual({ 'when.sure': [question] })
    expect(typed('release', '28', '11', '2026', '2026-11-28')).toBe('2026-11-28')
    expect(tickFor({ day: '28', month: 'nov', year: '2026' })).toEqual({
      value: '2026-11-28',
      text: '28 November 2026 is right',
    })
    expect(tickFor({ day: '31', month: 'nov', year: '2026' })).toBeNull()
  })

  it('asks about the public holidays on their own day too, and about years far off', () => {
    expect(typed('release', '25', '12', '2027')).toEqual({
      'when.sure': [expect.stringContaining('Sat 25 December 2027 is Christmas Day')],
    })
    expect(typed('release', '3', '4', '2026')).toEqual({
      when: ['The release date must be within the last 28 days, or later'],
    })
    expect(typed('release', '3', '12', '2029')).toEqual({
      'when.sure': [
        'Mon 3 December 2029 is more than 2 years away. Change the date, or tick that it is right',
      ],
    })
  })

  it('in one text, of a button or an address, is read the same', () => {
    const by = (text: string) => writtenDay('availableBy', FACTS).safeParse(text)
    expect(by('2026-12-24').data).toBe('2026-12-24')
    expect(by('24 Dec 2026').data).toBe('2026-12-24')
    expect(by('9999-12-31').error?.issues[0]?.message).toBe(
      'The date a vacancy is needed by must be within the next 2 years',
    )
    expect(by('2027-02-31').error?.issues[0]?.message).toBe(
      'The date a vacancy is needed by must be a real date, such as 28 12 2026',
    )
  })

  it('may be a month or a year alone', () => {
    const due = (month: string, year: string) =>
      read(optionalMonthField('due', FACTS), [
        ['when.month', month],
        ['when.year', year],
      ])
    expect(due('March', '2027')).toBe('2027-03')
    expect(due('3', '2062')).toEqual({ 'when.year': ['The baby must be due within 10 months'] })
    expect(due('3', '27')).toEqual({ 'when.year': ['Enter the year as four figures, such as 2027'] })
    const year = (text: string) => read(optionalYearField('pastYear', FACTS), [['when', text]])
    expect(year('2019')).toBe(2019)
    expect(year('2062')).toEqual({ when: ['The year must be this year or earlier'] })
    expect(year('1900')).toEqual({ when: ['The year must be within the last 90 years'] })
    expect(year('19')).toEqual({ when: ['Enter a year with 4 numbers, like 2019'] })
  })
})

describe('the spans of dates', () => {
  const facts = { today: '2026-11-26', releaseOn: '2026-12-28', since: '2026-11-02' }
  it.each(Object.keys(SPANS) as SpanName[])('keep %s far from where days end', name => {
    for (const day of ['1000-01-01', '1900-01-01', '2062-01-14', '2207-01-14', '9999-12-31'])
      expect(outsideSpan(name, day, facts)?.isYearAtFault, day).toBe(true)
  })
})
