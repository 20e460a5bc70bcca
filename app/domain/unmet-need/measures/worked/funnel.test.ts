import { expect, it } from 'vitest'
import { counted, referral, release } from '@tests/support/tiny-world'

const THERE = { firstNight: 'housed', firstNightRoute: 'approved_route' } as const

/** Six in need: referred 5; of those 3 had a place (Bea did not come, Cat came a day after release); 1 was there on the first night. Fay needed none. */
it('the funnel: referred 5 of 6, a place 3, there on the first night 1', () => {
  const episodes = [
    release('Ada', {
      ...THERE,
      placedOn: '2025-08-15',
      referrals: [referral('arrived'), referral('declined')],
    }),
    release('Bea', { firstNight: 'not_housed', referrals: [referral('no_show')] }),
    release('Cat', { firstNight: 'not_housed', placedOn: '2025-08-16', referrals: [referral('arrived')] }),
    release('Dora', { firstNight: 'housed', firstNightRoute: 'council', referrals: [referral('refused')] }),
    release('Eve', { referrals: [referral('expired'), referral('open')] }),
    release('Gil'),
    release('Fay', { ...THERE, housingNeed: 'none', referrals: [referral('arrived')] }),
  ]
  expect(counted('funnel', { episodes })).toEqual({
    referred: '5 / 5',
    accepted: '3 / 3',
    moved_in: '1 / 1',
    total: '6 / 6',
  })
})

/** Her officer says she moved in by a referral; the provider has not recorded that she came. */
it('the funnel: who moved in had a place to go to', () => {
  const episodes = [release('Ada', { ...THERE, referrals: [referral('open')] })]
  expect(counted('funnel', { episodes })).toEqual({
    referred: '1 / 1',
    accepted: '1 / 1',
    moved_in: '1 / 1',
    total: '1 / 1',
  })
})
