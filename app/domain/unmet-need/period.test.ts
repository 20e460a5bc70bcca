import { describe, expect, it } from 'vitest'
import { periodName, periodsOver, readPeriod } from './period'

describe('the periods figures are published for', () => {
  it.each([
    ['2025-26-q1', '2025-04-01', '2025-06-30', 'April to June 2025'],
    ['2025-26-q4', '2026-01-01', '2026-03-31', 'January to March 2026'],
    ['2025-26', '2025-04-01', '2026-03-31', 'April 2025 to March 2026'],
    ['2023-26', '2023-04-01', '2026-03-31', 'April 2023 to March 2026'],
    ['2099-00', '2099-04-01', '2100-03-31', 'April 2099 to March 2100'],
  ])('reads %s', (code, startsOn, endsOn, name) => {
    const period = readPeriod(code)
    expect(period).toMatchObject({ code, startsOn, endsOn })
    expect(period && periodName(period)).toBe(name)
  })

  it.each(['', '2025', '2025-27', '2025-26-q5', '2025-26-Q1', "2025-26'", '25-26'])(
    'knows no period %j',
    code => {
      expect(readPeriod(code)).toBeNull()
    },
  )

  it('has a year after its quarters and a pool after its years, once they are over', () => {
    expect(periodsOver(2022, '2025-07-01').map(period => period.code)).toEqual([
      ...['2022-23-q1', '2022-23-q2', '2022-23-q3', '2022-23-q4', '2022-23'],
      ...['2023-24-q1', '2023-24-q2', '2023-24-q3', '2023-24-q4', '2023-24'],
      ...['2024-25-q1', '2024-25-q2', '2024-25-q3', '2024-25-q4', '2024-25', '2022-25'],
      '2025-26-q1',
    ])
    expect(periodsOver(2022, '2025-03-31').at(-1)?.code).toBe('2024-25-q3')
  })
})
