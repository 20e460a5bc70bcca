import { describe, expect, it } from 'vitest'
import { dueLine, dueNotice, outFirst } from './due'

const NOW = new Date('2026-11-22T09:00:00Z')
const OTHERS = { releaseOn: '2026-12-28', ring: { name: 'Larch House', phone: '0191 496 0001' } }
const TOMORROW = new Date('2026-11-23T17:00:00Z')

describe('what is due', () => {
  it('is the provider’s to do, and what the referrer waits for', () => {
    const submitted = {
      ...OTHERS,
      state: 'submitted',
      actsNext: 'provider',
      dueAt: TOMORROW,
      late: false,
    } as const
    expect(dueNotice({ ...submitted, side: 'provider' }, NOW)).toMatchObject({
      lead: 'Take it to assess, ask or decline by 17:00 tomorrow.',
      tone: 'due',
    })
    expect(dueNotice({ ...submitted, side: 'referrer' }, NOW)).toMatchObject({
      lead: 'The provider takes it to assess, asks or declines by 17:00 tomorrow.',
      tone: 'waiting',
    })
  })

  it('is to decide, not to book, where an assessment is booked or was held', () => {
    const review = {
      ...OTHERS,
      state: 'under_review',
      actsNext: 'provider',
      dueAt: TOMORROW,
      late: false,
    } as const
    const lead = (assessmentAt: Date | null, side: 'provider' | 'referrer') =>
      dueNotice({ ...review, assessmentAt, side }, NOW)?.lead
    expect(lead(null, 'provider')).toBe('Book an assessment, offer or decline by 17:00 tomorrow.')
    expect(lead(new Date('2026-11-24T10:00:00Z'), 'provider')).toBe('Decide by 17:00 tomorrow.')
    expect(lead(new Date('2026-11-20T10:00:00Z'), 'provider')).toBe('Decide by 17:00 tomorrow.')
    expect(lead(new Date('2026-11-20T10:00:00Z'), 'referrer')).toBe('The provider decides by 17:00 tomorrow.')
  })

  it('is for whoever referred a call on the day of release, by night of the line out of hours, where one is stated', () => {
    const releaseOn = '2026-11-22'
    const expected = {
      ...OTHERS,
      releaseOn,
      state: 'accepted',
      actsNext: 'provider',
      dueAt: null,
      late: false,
    } as const
    const mine = { ...expected, side: 'referrer', outOfHoursPhone: '0191 496 0009' } as const
    const at = (time: string) => new Date(`2026-11-22T${time}Z`)
    expect(dueNotice(mine, at('15:59:00'))?.lead).not.toContain('ring')
    expect(dueNotice(mine, at('16:00:00'))).toMatchObject({
      lead: 'Out today, and nothing says that the person has arrived: ring Larch House now, 0191 496 0001.',
      tone: 'late',
    })
    const byNight = 'ring the out-of-hours line of Larch House now, 0191 496 0009.'
    expect(dueNotice(mine, at('20:00:00'))?.lead).toContain(byNight)
    expect(dueNotice({ ...mine, outOfHoursPhone: null }, at('20:00:00'))?.lead).toContain(
      'ring Larch House now, 0191 496 0001.',
    )
    expect(dueNotice({ ...mine, state: 'under_review' }, at('20:00:00'))?.lead).toBe(`Out today: ${byNight}`)
    expect(dueNotice({ ...expected, side: 'provider' }, at('20:00:00'))?.lead).not.toContain('ring')
  })

  it('says since when it is late', () => {
    const dueAt = new Date('2026-11-20T17:00:00Z')
    const offered = {
      ...OTHERS,
      state: 'offered',
      side: 'referrer',
      actsNext: 'referrer',
      dueAt,
      late: true,
    } as const
    expect(dueNotice(offered, NOW)).toMatchObject({
      lead: 'Record the person’s answer: this was due at 17:00 on Fri 20 November.',
      tone: 'late',
    })
    expect(dueLine({ ...offered, phone: null }, NOW)).toBe('answer was due at 17:00 on Fri 20 November')
  })

  it.each([
    ['2026-11-22', 'Out today'],
    ['2026-11-23', 'Out tomorrow'],
    ['2026-11-20', 'Out since Fri 20 November'],
  ])('is a call where no time is left before the release of %s', (releaseOn, out) => {
    const submitted = { ...OTHERS, releaseOn, state: 'submitted', dueAt: null, late: false } as const
    const mine = { ...submitted, side: 'referrer', actsNext: 'provider' } as const
    expect(dueNotice(mine, NOW)).toEqual({
      lead: `${out}: ring Larch House now, 0191 496 0001.`,
      then: 'The provider takes it to assess, asks or declines. No time is left to wait.',
      tone: 'late',
    })
    expect(dueLine({ ...submitted, phone: '0191 496 0001' }, NOW)).toBe('ring now, 0191 496 0001')
    expect(outFirst(releaseOn, '2026-11-22')).toBe(out)
  })

  it('marks nobody as out who leaves later or left long ago', () => {
    expect(outFirst('2026-11-24', '2026-11-22')).toBeNull()
    expect(outFirst('2026-11-14', '2026-11-22')).toBeNull()
    expect(outFirst(null, '2026-11-22')).toBeNull()
  })

  it('is nothing where nobody must act', () => {
    const ended = {
      ...OTHERS,
      state: 'declined',
      side: 'provider',
      actsNext: null,
      dueAt: null,
      late: false,
    } as const
    expect(dueNotice(ended, NOW)).toBeNull()
    expect(dueLine({ ...ended, state: 'parked', dueAt: TOMORROW, phone: null }, NOW)).toBeNull()
  })
})
