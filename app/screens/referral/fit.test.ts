import { describe, expect, it } from 'vitest'
import type { DecidedAnswer } from '~/domain/eligibility/decision'
import { fitRows, fitSummary } from './fit'

const answer: DecidedAnswer = {
  criterion: 'arson',
  title: 'Arson',
  outcome: 'eligible',
  tier: 1,
  reason: 'None recorded',
  knownTier: 1,
  known: 'None recorded',
  policy: 'Arson: case by case',
  missing: [],
}

describe('how a person fits a policy', () => {
  it('puts first what needs a decision, and leaves out what does not apply', () => {
    const rows = fitRows({
      outcome: 'not_eligible',
      missing: [],
      answers: [
        answer,
        { ...answer, policy: 'Pets: no', outcome: 'not_applicable' },
        {
          ...answer,
          policy: 'OST: yes',
          outcome: 'discuss',
          known: 'Not known',
          reason: 'Ask',
          missing: ['substances'],
        },
        { ...answer, policy: 'Age: 18 to 25', outcome: 'not_eligible', known: '30 to 39', reason: 'Too old' },
        { ...answer, policy: 'Support: low', outcome: 'discuss', known: 'High', reason: 'Needs more' },
      ],
    })
    expect(rows.map(row => [row.rule, row.known, row.why, row.fit])).toEqual([
      ['Age: 18 to 25', '30 to 39', 'Too old', 'does-not-fit'],
      ['Support: low', 'High', 'Needs more', 'discuss'],
      ['OST: yes', 'Not known', 'Ask', 'ask'],
      ['Arson: case by case', 'None recorded', null, 'fits'],
    ])
    expect(fitSummary(rows)).toBe('1 does not fit, 2 to ask about, 1 fits')
  })

  it('says where what is known is closed to the reader', () => {
    const [row] = fitRows({
      outcome: 'eligible',
      missing: [],
      answers: [{ ...answer, known: null, reason: null }],
    })
    expect(row).toMatchObject({ known: 'Open to the named assessor', isClosed: true, why: null })
  })
})
