import { describe, expect, it } from 'vitest'
import { LIFECYCLE } from '~/domain/referral/lifecycle'
import { type ButtonFacts, referralButtons } from './buttons'

const ACCEPTED: ButtonFacts = {
  buttons: LIFECYCLE.filter(row => row.from === 'accepted' && row.by === 'provider'),
  viewerId: 'me',
  assessorId: 'me',
  releaseOn: '2026-12-28',
  refused: {},
  offer: { fromOn: '2026-12-28', extendedAt: null },
}

function looks(now: string) {
  return referralButtons(ACCEPTED, new Date(now)).map(({ event, look }) => [event, look])
}

describe('the arrival among the buttons of an accepted place', () => {
  it('is a quiet link at the end before the first night', () => {
    expect(looks('2026-12-27T23:00:00Z').at(-1)).toEqual(['arrive', 'link'])
  })

  it('is the first thing to do from that day on', () => {
    expect(looks('2026-12-28T08:00:00Z')[0]).toEqual(['arrive', 'primary'])
  })
})
