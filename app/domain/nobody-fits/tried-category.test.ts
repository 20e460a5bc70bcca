import { expect, it } from 'vitest'
import { EVENT_NAMES, specOf } from '../referral/events/registry'
import { triedCategory } from './nobody-fits'

it('keeps of every reason of every event its category at most', () => {
  const codes = EVENT_NAMES.flatMap(event => specOf(event).reasons ?? []).map(({ code }) => code)
  const kept = Object.fromEntries(codes.map(code => [code.split('.')[0] ?? '', triedCategory(code)] as const))
  expect(kept).toEqual({
    capacity: 'capacity',
    needs: 'needs',
    risk: 'risk',
    eligibility: 'eligibility',
    process: 'process',
    person: 'person',
    // The state of the referral says as much: it was declined, withdrawn or taken back, or nobody came.
    ...{ decline: null, withdrawn: null, no_show: null, take_back: null, waiting: null },
  })
  expect(triedCategory(null)).toBeNull()
})
