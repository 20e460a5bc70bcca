import { describe, expect, it } from 'vitest'
import { type DrawnNomination, drawParent, type ParentFrom } from './draw-parent'

const TODAY = '2026-11-27'
/** A run that can be nominated for until 8 October and ends on 30 October. */
const COURSE = {
  minimumStayWeeks: 4,
  closedOn: null as string | null,
  runs: [{ startsOn: '2026-10-09', lastReferralOn: '2026-10-08', endsOn: '2026-10-30' }],
}
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
  takesLicence: false,
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

  it('counts what was on offer by its runs, not by what is listed on the day of counting', () => {
    const past = { startsOn: '2026-06-01', lastReferralOn: '2026-05-29', endsOn: '2026-06-26' }
    const none = [false, false, false, 'not_reached', 'no_programme', 'not_needed']
    // A programme whose runs were over before she came, or begin after she left, was none to her.
    expect(drawn({ offered: [{ ...COURSE, runs: [past] }] })).toEqual(none)
    const next = { startsOn: '2026-11-09', lastReferralOn: '2026-11-06', endsOn: '2026-12-04' }
    expect(drawn({ offered: [{ ...COURSE, runs: [next] }] })).toEqual(none)
    // One that closed since, after its run, was there for her; before its run began, it was not; in the middle, nobody finished.
    expect(drawn({ offered: [{ ...COURSE, closedOn: '2026-11-01' }] })[0]).toBe(true)
    expect(drawn({ offered: [{ ...COURSE, closedOn: '2026-10-09' }] })).toEqual(none)
    expect(drawn({ offered: [{ ...COURSE, closedOn: '2026-10-20' }] })[4]).toBe('no_time')
    const always = { minimumStayWeeks: 4, runs: null }
    expect(drawn({ offered: [{ ...always, closedOn: '2026-10-29' }] })[0]).toBe(true)
    expect(drawn({ offered: [{ ...always, closedOn: '2026-10-28' }] })[4]).toBe('no_time')
    expect(drawn({ offered: [{ ...always, closedOn: '2026-09-30' }] })).toEqual(none)
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

  it('says of a licence that is needed or possible whether one was used', () => {
    expect(drawn({}, { takesLicence: true })[5]).toBe('not_used')
    expect(drawn({}, { takesLicence: true, licence: 'used' })[5]).toBe('used')
    expect(drawn({}, { licence: 'used' })[5]).toBe('not_needed')
  })
})
