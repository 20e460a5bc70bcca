import { describe, expect, it } from 'vitest'
import { runForm } from './run-form'

const boxes = (text: string, sure?: string) => {
  const [year, month, day] = text.split('-')
  return { day, month, year, ...(sure !== undefined && { sure }) }
}

function read(lastReferralOn: string, sure?: string) {
  const typed = {
    ...{ startsOn: boxes('2027-06-01'), endsOn: boxes('2027-07-30'), capacity: '8' },
    lastReferralOn: boxes(lastReferralOn, sure),
  }
  const done = runForm('2027-02-01', { confidential: false }).safeParse(typed)
  return done.success
    ? done.data.lastReferralOn
    : done.error.issues.map(({ path, message }) => [path.join('.'), message])
}

describe('the last day to nominate', () => {
  it.each(['2027-05-25', '2027-06-01', '2027-03-01'])('is plain up to the first day: %s', day =>
    expect(read(day)).toBe(day),
  )

  it.each([
    ['2027-06-02', 'Wed 2 June 2027 is after the run has begun.'],
    ['2027-07-30', 'Fri 30 July 2027 is after the run has begun.'],
    ['2027-02-28', 'Sun 28 February 2027 is more than 3 months before the run begins.'],
  ])('asks for a tick where it is unusual: %s', (day, question) => {
    const asked = [['lastReferralOn.sure', `${question} Change the date, or tick that it is right`]]
    expect(read(day)).toEqual(asked)
    expect(read(day, '2027-06-30')).toEqual(asked)
    expect(read(day, day)).toBe(day)
  })

  it('is refused after the last day, ticked or not', () => {
    const refused = [
      ['lastReferralOn', 'The last day to nominate must be the last day of the run or earlier'],
    ]
    expect(read('2027-07-31')).toEqual(refused)
    expect(read('2027-07-31', '2027-07-31')).toEqual(refused)
  })

  it('is read as every date is', () => {
    expect(read('2027-13-05')).toEqual([['lastReferralOn.month', expect.stringContaining('month')]])
    expect(read('1927-06-01')).toEqual([['lastReferralOn.year', expect.stringContaining('last 3 years')]])
  })
})
