import { describe, expect, it } from 'vitest'
import { howItEnded } from './how-it-ended'

describe('how a referral ended', () => {
  const on = (state: string, primaryReason: string | null) =>
    howItEnded({ state, stateChangedAt: new Date('2026-11-03T23:30:00Z'), primaryReason })

  it('says what happened, on which day in London, and why', () => {
    expect(on('declined', 'risk.arson')).toBe('Declined on 3 November 2026 (Arson)')
    expect(on('withdrawn', 'withdrawn.circumstances')).toMatch(/^Withdrawn on 3 November 2026 \(.+\)$/)
    expect(on('expired', null)).toBe('Expired on 3 November 2026')
  })

  it('says nothing of one that is open', () => {
    expect(on('under_review', null)).toBeNull()
    expect(on('arrived', null)).toBeNull()
  })
})
