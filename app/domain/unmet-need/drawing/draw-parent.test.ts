import { describe, expect, it } from 'vitest'
import { type DrawnNomination, drawParent, type ParentFrom } from './draw-parent'

const TODAY = '2026-11-27'
/** A run that can be nominated for until 8 October and ends on 30 October. */
const COURSE = { minimumStayWeeks: 4, runs: [{ lastReferralOn: '2026-10-08', endsOn: '2026-10-30' }] }
const MOTHER: ParentFrom = {
  woman: 'ab',
  openedOn: '2026-10-01',
  releaseOn: '2026-11-02',
  isClosed: false,
  contactPermitted: 'yes',
  children: 2,
  offered: [COURSE],
  nominations: [],
}
const NAMED: DrawnNomination = {
  agreed: 'yes',
  state: 'nominated',
  leftReason: null,
  licence: null,
  needsLicence: false,
  hasStarted: false,
}

function drawn(known: Partial<ParentFrom>, ...nominations: Partial<DrawnNomination>[]) {
  const all = nominations.map(each => ({ ...NAMED, ...each }))
  const { hasTimeToFinish, nominated, started, outcome, reason, rotl } = drawParent(
    { ...MOTHER, ...known, nominations: all },
    TODAY,
  )
  return [hasTimeToFinish, nominated, started, outcome, reason, rotl]
}

describe('how far a mother came', () => {
  it('is told by what was offered where nobody nominated her', () => {
    expect(drawn({})).toEqual([true, false, false, 'not_reached', null, 'not_needed'])
    expect(drawn({ offered: [] })).toEqual([false, false, false, 'not_reached', 'no_programme', 'not_needed'])
    expect(drawn({ releaseOn: '2026-10-29' })[0]).toBe(false)
    expect(drawn({ releaseOn: '2026-10-30' })[0]).toBe(true)
    expect(drawn({ openedOn: '2026-10-08' })).toEqual([
      ...[false, false, false, 'not_reached', 'no_time', 'not_needed'],
    ])
    expect(drawn({ openedOn: '2026-10-05' })[0]).toBe(true)
    expect(drawn({ releaseOn: null })).toEqual([false, false, false, 'open', null, 'not_needed'])
    expect(drawn({ releaseOn: null, isClosed: true })[3]).toBe('not_reached')
    expect(drawn({ releaseOn: TODAY })[3]).toBe('open')
  })

  it('is told by her nominations', () => {
    expect(drawn({}, { state: 'place' })).toEqual([true, true, false, 'open', null, 'not_needed'])
    expect(drawn({}, { state: 'completed', hasStarted: true })).toEqual([
      ...[true, true, true, 'completed', null, 'not_needed'],
    ])
    expect(drawn({}, { state: 'left', leftReason: 'security', hasStarted: true })).toEqual([
      ...[true, true, true, 'left', 'security', 'not_needed'],
    ])
    expect(drawn({}, { state: 'left', leftReason: 'no_place' })).toEqual([
      ...[true, true, false, 'not_reached', 'no_place', 'not_needed'],
    ])
    expect(drawn({}, { state: 'left', leftReason: 'agreement' })[4]).toBe('choice')
  })

  it('counts no nomination made by mistake, and a no as her choice', () => {
    expect(drawn({}, { state: 'left', leftReason: 'mistake' })).toEqual([
      ...[true, false, false, 'not_reached', null, 'not_needed'],
    ])
    expect(drawn({}, { agreed: 'no', state: 'left', leftReason: 'choice' })).toEqual([
      ...[true, false, false, 'not_reached', 'choice', 'not_needed'],
    ])
  })

  it('says of a licence that was needed whether one was used', () => {
    expect(drawn({}, { needsLicence: true })[5]).toBe('not_used')
    expect(drawn({}, { needsLicence: true, licence: 'used' })[5]).toBe('used')
    expect(drawn({}, { licence: 'used' })[5]).toBe('not_needed')
  })
})
