import { describe, expect, it } from 'vitest'
import { dueTold } from '~/domain/referral/disclosure/due-told'
import { dueThere } from './due-there'

/** It is Mon 22 February 2027; the release is on Wed 10 March, and the limit at noon of the day before. */
const NOW = new Date('2027-02-22T09:00:00Z')
const DUE = new Date('2027-03-09T12:00:00Z')
const LISTED = {
  state: 'waiting_list',
  dueAt: DUE,
  releaseOn: '2027-03-10',
  assessorId: null,
  agreedTier: 3,
} as const

describe('a limit as the officer is told it', () => {
  it('is that of triage, which reads the week: noon of the Friday before it', () => {
    const friday = new Date('2027-03-05T12:00:00Z')
    expect(dueThere(LISTED, NOW)).toEqual(friday)
    expect(dueThere({ ...LISTED, assessorId: 'a', agreedTier: 1 }, NOW)).toEqual(friday)
    const read = { ...LISTED, dueAt: friday, releaseOn: '2027-03-08', releaseUntil: '2027-03-14' }
    expect(dueTold(1, read, NOW)).toEqual(friday)
  })

  it('is that of the assessor, who reads the day', () => {
    expect(dueThere({ ...LISTED, assessorId: 'a' }, NOW)).toEqual(DUE)
  })

  it('is her own where triage is told none', () => {
    expect(dueThere({ ...LISTED, state: 'accepted' }, NOW)).toEqual(DUE)
  })
})
