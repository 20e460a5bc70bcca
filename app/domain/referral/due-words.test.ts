import { describe, expect, it } from 'vitest'
import { dueLine, dueNotice } from './due-words'

const NOW = new Date('2026-11-22T09:00:00Z')
const TOMORROW = new Date('2026-11-23T17:00:00Z')

describe('what is due', () => {
  it('is the provider’s to do, and what the referrer waits for', () => {
    const submitted = { state: 'submitted', actsNext: 'provider', dueAt: TOMORROW, late: false } as const
    expect(dueNotice({ ...submitted, side: 'provider' }, NOW)).toMatchObject({
      lead: 'Take it to assess, ask or decline by 17:00 tomorrow.',
      tone: 'due',
    })
    expect(dueNotice({ ...submitted, side: 'referrer' }, NOW)).toMatchObject({
      lead: 'The provider takes it to assess, asks or declines by 17:00 tomorrow.',
      tone: 'waiting',
    })
  })

  it('says since when it is late', () => {
    const dueAt = new Date('2026-11-20T17:00:00Z')
    const offered = { state: 'offered', side: 'referrer', actsNext: 'referrer', dueAt, late: true } as const
    expect(dueNotice(offered, NOW)).toMatchObject({
      lead: 'Record the person’s answer: this was due at 17:00 on Fri 20 November.',
      tone: 'late',
    })
    expect(dueLine('offered', dueAt, NOW)).toBe('answer was due at 17:00 on Fri 20 November')
  })

  it('is nothing where nobody must act', () => {
    const ended = { state: 'declined', side: 'provider', actsNext: null, dueAt: null, late: false } as const
    expect(dueNotice(ended, NOW)).toBeNull()
    expect(dueLine('parked', TOMORROW, NOW)).toBeNull()
  })
})
