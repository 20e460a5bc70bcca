import { describe, expect, it } from 'vitest'
import { referralOf } from '../../unmet-need/drawing/referral-of'
import type { DrawnReferral } from '../../unmet-need/drawing/drawn-from'
import { withoutUndone } from './undone'

type Line = DrawnReferral['history'][number]

function line(event: Line['event'], toState: Line['toState'], at: string, byRole = 'provider_worker'): Line {
  return { event, toState, at: new Date(`2027-02-${at}:00Z`), byRole }
}

/** Sent on Monday 1 February, taken on Tuesday, declined by mistake on Wednesday, which is taken back on Thursday. */
const UNDONE: Line[] = [
  line('submit', 'submitted', '01T09:00', 'officer'),
  line('take_to_assess', 'under_review', '02T09:00'),
  line('decline', 'declined', '03T09:00'),
  line('undo_end', 'under_review', '04T09:00'),
]

const DRAWN: DrawnReferral = {
  ...{ id: 'r', state: 'under_review', submittedAt: new Date('2027-02-01T09:00:00Z'), assessmentAt: null },
  ...{ reasons: [], isWomenOnly: true, placement: null, history: UNDONE },
}

describe('a history in which an ending was undone', () => {
  it('goes on as if it had not ended', () => {
    expect(withoutUndone(UNDONE).map(({ event }) => event)).toEqual(['submit', 'take_to_assess'])
    const offered = line('offer', 'offered', '05T09:00')
    expect(withoutUndone([...UNDONE, offered]).map(({ event }) => event)).toEqual([
      'submit',
      'take_to_assess',
      'offer',
    ])
  })

  it('keeps the undoing as a step where it led elsewhere than back', () => {
    const lost = [
      line('accept', 'accepted', '01T09:00', 'officer'),
      line('no_show', 'no_show', '02T12:00'),
      line('undo_end', 'under_review', '03T09:00'),
    ]
    expect(withoutUndone(lost).map(({ event }) => event)).toEqual(['accept', 'undo_end'])
  })

  it('keeps an ending that was undone and came again', () => {
    const again = [...UNDONE, line('decline', 'declined', '05T09:00')]
    expect(withoutUndone(again).map(({ event }) => event)).toEqual(['submit', 'take_to_assess', 'decline'])
  })

  it('counts no decision where the only one was undone, and the first that stands', () => {
    const now = new Date('2027-02-04T10:00:00Z')
    expect(referralOf(DRAWN, null, now)).toMatchObject({ outcome: 'open', workingDaysToDecision: null })
    const history = [...UNDONE, line('offer', 'offered', '08T09:00')]
    // Monday to the Monday after.
    expect(referralOf({ ...DRAWN, state: 'offered', history }, null, now).workingDaysToDecision).toBe(5)
  })

  it('is inside its limit only by what was decided in the time from when it was taken', () => {
    const decided = (at: string) => ({ ...DRAWN, history: [...UNDONE, line('offer', 'offered', at)] })
    const inside = (at: string) =>
      referralOf(decided(at), null, new Date('2027-02-20T09:00:00Z')).withinLimits
    // Taken on Tuesday: due on Friday at 17:00.
    expect([inside('05T16:59'), inside('05T17:01')]).toEqual([true, false])
  })
})
