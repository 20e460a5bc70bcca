import { parseWithZod } from '@conform-to/zod/v4'
import { describe, expect, it } from 'vitest'
import { voidForm } from './vacancy-form'

function send(day: string, month: string, year: string) {
  const form = new FormData()
  form.append('reason', 'repair')
  form.append('fromOn.day', day)
  form.append('fromOn.month', month)
  form.append('fromOn.year', year)
  const submission = parseWithZod(form, { schema: voidForm('2026-11-22') })
  return submission.status === 'success' ? submission.value : submission.error
}

describe('the form of a void', () => {
  it('takes a first day up to a month ago, and one to come', () => {
    expect(send('22', '10', '2026')).toEqual({ reason: 'repair', fromOn: '2026-10-22', untilOn: null })
    expect(send('1', '3', '2027')).toMatchObject({ fromOn: '2027-03-01' })
  })

  it('refuses one before that, and says so once where there is none', () => {
    const tooEarly = ['The first day must be within the last month, or later']
    expect(send('21', '10', '2026')).toEqual({ fromOn: tooEarly })
    expect(send('22', '11', '2016')).toEqual({ 'fromOn.year': tooEarly })
    expect(send('', '', '')).toEqual({ fromOn: ['Enter the first day, such as 28 3 2027'] })
  })
})
