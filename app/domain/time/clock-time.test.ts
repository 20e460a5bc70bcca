import { expect, it } from 'vitest'
import { readClock } from './clock-time'

it.each([
  ['9:30', '09:30'],
  ['0930', '09:30'],
  ['15.30', '15:30'],
  ['3:00', '03:00'],
  ['3am', '03:00'],
  ['3 pm', '15:00'],
  ['3.15 p.m.', '15:15'],
  ['11:45PM', '23:45'],
  ['12am', '00:00'],
  ['12 pm', '12:00'],
  [' 9:30 ', '09:30'],
  ['3', null],
  ['15pm', null],
  ['0am', null],
  ['24:00', null],
  ['9:60', null],
  ['noon', null],
  ['', null],
])('reads the time of day %j as %j', (typed, time) => {
  expect(readClock(typed)).toBe(time)
})
