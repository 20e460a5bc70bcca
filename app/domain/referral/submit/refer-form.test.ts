import { parseWithZod } from '@conform-to/zod/v4'
import { describe, expect, it } from 'vitest'
import { referSchema } from './refer-form'

function send(outcome: 'eligible' | 'discuss' | 'not_eligible', fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  const submission = parseWithZod(form, { schema: referSchema(outcome) })
  return submission.status === 'success' ? submission.value : submission.error
}

describe('the form of a referral', () => {
  it('takes a yes up to a tier, and needs no more words where the person fits', () => {
    expect(send('eligible', { agreed: 'yes', agreedTier: '2', shown: 'x' })).toEqual({
      agreed: 'yes',
      agreedTier: 2,
      justification: null,
      shown: 'x',
    })
  })

  it('refuses without the person’s agreement', () => {
    const nothingIsSent = {
      agreed: ['A referral needs the person’s agreement. Without it, do not send this one'],
    }
    expect(send('eligible', { agreed: 'no', agreedTier: '1' })).toEqual(nothingIsSent)
    expect(send('not_eligible', { agreed: 'no' })).toEqual(nothingIsSent)
    expect(send('eligible', {})).toEqual({
      agreed: ['Choose whether the person agrees to this referral'],
      agreedTier: ['Choose how much the person agrees to share'],
    })
    expect(send('eligible', { agreed: 'perhaps', agreedTier: '1' })).toEqual({
      agreed: ['Choose whether the person agrees to this referral'],
    })
  })

  it.each(['discuss', 'not_eligible'] as const)('asks why where the answer was %s', outcome => {
    expect(send(outcome, { agreed: 'yes', agreedTier: '1' })).toEqual({
      justification: ['Say why you refer although the answer was not that the person fits'],
    })
    expect(send(outcome, { agreed: 'yes', agreedTier: '1', justification: 'Spoke to Jo' })).toMatchObject({
      justification: 'Spoke to Jo',
    })
  })

  it('keeps what is written short', () => {
    expect(send('eligible', { agreed: 'yes', agreedTier: '1', justification: 'a'.repeat(301) })).toEqual({
      justification: ['What you write must be 300 characters or fewer'],
    })
  })
})
