import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  ageOn,
  agesIn,
  daysBetween,
  formatDay,
  formatDayLong,
  formatInstant,
  isDay,
  isoWeekday,
  lastDayOfMonth,
  londonDay,
  londonInstant,
  londonTime,
  relativeDay,
  relativeInstant,
} from './calendar'

describe('days', () => {
  it('knows a real day from one that looks like it', () => {
    expect(['2028-02-29', '2026-02-29', '2026-2-1', 'tomorrow'].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
    ])
  })

  it('adds days and months over the ends of months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2026-11-22', 3)).toBe('2027-02-22')
    expect(lastDayOfMonth('2028-02')).toBe('2028-02-29')
  })

  it('counts days without losing one when the clocks change', () => {
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
    expect(daysBetween('2026-11-22', '2026-12-28')).toBe(36)
    expect(isoWeekday('2026-11-22')).toBe(7)
  })

  it('refuses what is not a day without repeating it', () => {
    expect(() => addDays('1990-13-45', 1)).toThrow(/^Not a calendar day$/)
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
    expect(() => addDays('2200-12-31', 1)).toThrow(RangeError)
    expect(() => addDays('1900-01-01', -1)).toThrow(RangeError)
  })

  it.each([
    ['1992-12-28', '2026-12-27', 33],
    ['1992-12-28', '2026-12-28', 34],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
  ])('someone born %s is on %s aged %i', (born, day, age) => {
    expect(ageOn(born, day)).toBe(age)
  })

  it('gives both ages where a birthday falls inside a window', () => {
    expect(agesIn('2008-12-10', { from: '2026-12-01', to: '2026-12-20' })).toEqual({ min: 17, max: 18 })
  })
})

describe('London', () => {
  it('is a day ahead of UTC late on a summer evening', () => {
    expect(londonDay(new Date('2026-07-01T23:30:00Z'))).toBe('2026-07-02')
    expect(londonDay(new Date('2026-12-01T23:30:00Z'))).toBe('2026-12-01')
  })

  it('turns a London time into an instant in winter, in summer and just after the clocks change', () => {
    expect(londonInstant('2026-12-01', '09:00').toISOString()).toBe('2026-12-01T09:00:00.000Z')
    expect(londonInstant('2026-07-01', '09:00').toISOString()).toBe('2026-07-01T08:00:00.000Z')
    expect(londonInstant('2026-03-29', '03:00').toISOString()).toBe('2026-03-29T02:00:00.000Z')
    expect(londonInstant('2026-10-25', '00:30').toISOString()).toBe('2026-10-24T23:30:00.000Z')
  })
})

describe('summer time', () => {
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/London',
    dateStyle: 'short',
    timeStyle: 'short',
  })

  it('is what Intl says on every day from 1990 to 2060, and in every hour of the Sundays on which clocks may change', () => {
    const different: string[] = []
    for (let day = '1990-01-01'; day < '2061-01-01'; day = addDays(day, 1)) {
      const mayChange = isoWeekday(day) === 7 && /-(03|10)-/.test(day)
      for (let hour = 0; hour < 24; hour += mayChange ? 1 : 23) {
        const instant = new Date(Date.parse(`${day}T00:30:00Z`) + hour * 3_600_000)
        if (`${londonDay(instant)} ${londonTime(instant)}` !== clock.format(instant))
          different.push(instant.toISOString())
      }
    }
    expect(different).toEqual([])
  })
})

describe('words for dates', () => {
  it('writes days and instants as people read them', () => {
    expect(formatDay('2026-12-28')).toBe('Mon 28 December')
    expect(formatDayLong('2026-12-28')).toBe('28 December 2026')
    expect(formatInstant(new Date('2026-11-22T09:12:40Z'))).toBe('22 November 2026, 09:12')
    expect(formatInstant(new Date('2026-06-22T09:12:40Z'))).toBe('22 June 2026, 10:12')
  })

  it.each([
    ['2026-11-22', 'today'],
    ['2026-11-23', 'tomorrow'],
    ['2026-11-21', 'yesterday'],
    ['2026-12-28', 'in 36 days'],
    ['2026-11-17', '5 days ago'],
  ])('%s is %s', (day, words) => {
    expect(relativeDay(day, '2026-11-22')).toBe(words)
  })

  it.each([
    ['2026-11-22T11:59:30Z', 'just now'],
    ['2026-11-22T11:59:00Z', '1 minute ago'],
    ['2026-11-22T09:00:00Z', '3 hours ago'],
    ['2026-11-21T10:00:00Z', 'yesterday'],
    ['2026-11-18T10:00:00Z', '4 days ago'],
    ['2026-11-22T14:30:00Z', 'in 2 hours'],
  ])('%s is %s at noon on 22 November', (instant, words) => {
    expect(relativeInstant(new Date(instant), new Date('2026-11-22T12:00:00Z'))).toBe(words)
  })
})
