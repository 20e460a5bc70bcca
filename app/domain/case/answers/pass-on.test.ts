import { expect, it } from 'vitest'
import { passOnTo } from './pass-on'

const AFFECTED = [
  { id: 'r1', providerId: 'linthorpe' },
  { id: 'r2', providerId: 'linthorpe' },
  { id: 'r3', providerId: 'rowan' },
]

it.each([
  ['of either of its referrals', 'linthorpe', { r2: 'yes' }, 'yes'],
  ['of two answers the no', 'linthorpe', { r1: 'yes', r2: 'no' }, 'no'],
  ['none of another provider’s', 'rowan', { r1: 'yes' }, undefined],
] as const)('a provider has one answer: %s', (_what, providerId, passOn, answer) => {
  expect(passOnTo(providerId, AFFECTED, passOn)).toBe(answer)
})
