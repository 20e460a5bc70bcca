import { parseWithZod } from '@conform-to/zod/v4'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { assessmentForm, offerForm, requestForm } from './event-form'
import { reasonsForm } from './reasons-form'

function read(schema: z.ZodType, fields: [string, string][]) {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  const submission = parseWithZod(form, { schema })
  return submission.status === 'success' ? submission.value : submission.error
}

const DAY: [string, string][] = [
  ['day.day', '24'],
  ['day.month', '11'],
  ['day.year', '2026'],
]

describe('the forms of a referral', () => {
  it.each(['14:30', '14.30', '1430'])('take the time %s as people write it', time => {
    expect(read(assessmentForm, [...DAY, ['time', time], ['method', 'phone']])).toEqual({
      method: 'phone',
      note: null,
      at: new Date('2026-11-24T14:30:00Z'),
    })
  })

  it('refuse a time that is none', () => {
    expect(read(assessmentForm, [...DAY, ['time', '25:00'], ['method', 'phone']])).toEqual({
      time: ['Enter the time as hours and minutes, such as 14:00'],
    })
  })

  it('take a main reason and up to two more', () => {
    const given: [string, string][] = [
      ['primary', 'risk.arson'],
      ['others', 'needs.pet'],
      ['others', 'process.too_late'],
    ]
    expect(read(reasonsForm('decline'), given)).toEqual({
      primary: 'risk.arson',
      others: ['needs.pet', 'process.too_late'],
      note: null,
    })
    expect(read(reasonsForm('decline'), [...given, ['others', 'needs.language']])).toEqual({
      others: ['Choose up to 2 more reasons'],
    })
    expect(
      read(reasonsForm('decline'), [
        ['primary', 'risk.arson'],
        ['others', 'risk.arson'],
      ]),
    ).toEqual({
      others: ['Choose further reasons that are not the main one'],
    })
    expect(read(reasonsForm('decline'), [['primary', 'withdrawn.died']])).toEqual({
      primary: ['Choose the main reason'],
    })
  })

  it('want words for "something else"', () => {
    expect(read(requestForm, [['items', 'other']])).toEqual({ note: ['Say what else you need'] })
  })

  it('want the conflict check before an offer', () => {
    expect(read(offerForm, [['bedspaceId', '0b6f0f8e-2f6f-4e43-8d22-1f3d9e2f3a10']])).toMatchObject({
      conflictCheck: ['Do the conflict check, then tick that it is done'],
      fromOn: ['Enter the first night, such as 28 12 2026'],
    })
  })
})
