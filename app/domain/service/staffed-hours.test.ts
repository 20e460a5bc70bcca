import { describe, expect, it } from 'vitest'
import { staffedHoursWords } from './staffed-hours'

describe('staffed hours in words', () => {
  it.each([
    [null, 'Staffed at all hours'],
    [[{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }], 'Monday to Friday, 9am to 5pm'],
    [[{ days: [6, 7], from: '10:00', to: '13:30' }], 'Saturday and Sunday, 10am to 1:30pm'],
    [[{ days: [1, 3, 5], from: '12:00', to: '24:00' }], 'Monday, Wednesday and Friday, midday to midnight'],
    [[{ days: [1, 2, 3, 4, 5, 6, 7], from: '20:00', to: '08:00' }], 'Every day, 8pm to 8am'],
    [
      [
        { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
        { days: [6], from: '00:00', to: '12:00' },
      ],
      'Monday to Friday, 9am to 5pm; Saturday, midnight to midday',
    ],
  ])('says %j as %s', (hours, words) => {
    expect(staffedHoursWords(hours)).toBe(words)
  })
})
