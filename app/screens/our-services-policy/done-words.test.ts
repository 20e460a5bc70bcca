import { describe, expect, it } from 'vitest'
import { doneWords } from './page'

const NOTHING = { isChanged: false, hidesPlaces: false, hasOpen: false }

describe('what is said of a policy that was saved', () => {
  it.each([
    [NOTHING, false, 'Nothing was changed: the policy said that already'],
    [NOTHING, true, 'The policy is verified as of today'],
    // Nobody is referred to a draft, nor to a service without an open referral.
    [{ ...NOTHING, isChanged: true }, false, 'The policy is changed'],
    [
      { ...NOTHING, isChanged: true },
      true,
      'The policy is changed, and the whole of it is verified as of today',
    ],
    [{ ...NOTHING, hasOpen: true }, true, 'The policy is verified as of today'],
    [
      { ...NOTHING, isChanged: true, hasOpen: true },
      false,
      'The policy is changed. Its open referrals are looked at again, and whoever waits for one is told where an answer changes',
    ],
    [
      { isChanged: true, hidesPlaces: true, hasOpen: false },
      true,
      'The policy is changed, and the whole of it is verified as of today. It is for women only now, so its places are hidden until an editor has decided with you',
    ],
  ])('%o, verified %s: is so, and no more', (done, isVerified, words) => {
    expect(doneWords(done, isVerified)).toBe(words)
  })
})
