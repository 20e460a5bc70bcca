import { expect, it } from 'vitest'
import { CASE_DONE, savedWords } from '../../screens/case/page'

it('names each referral that a moved date affects, with a link to it', () => {
  const affected = [
    { id: 'r1', reference: 'R-10001', serviceName: 'Wearside House' },
    { id: 'r2', reference: 'R-10002', serviceName: 'Tyne Rooms' },
  ]
  expect(savedWords(CASE_DONE.moved, affected)).toEqual([
    'The release date has been moved. 2 open referrals are affected',
    [
      { text: 'R-10001, Wearside House', href: '/referrals/r1' },
      { text: 'R-10002, Tyne Rooms', href: '/referrals/r2' },
    ],
  ])
  expect(savedWords(CASE_DONE.moved, [])).toEqual(['The release date has been moved', []])
})
