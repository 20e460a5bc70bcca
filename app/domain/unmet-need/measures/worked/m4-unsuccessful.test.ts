import { describe, expect, it } from 'vitest'
import { counted, referral, release } from '@tests/support/tiny-world'

const declined = (...reasons: string[]) => referral('declined', { reasons })
const refused = (...reasons: string[]) => referral('refused', { reasons })

describe('M4: unsuccessful referrals', () => {
  /** Nine referrals: declined 3, expired 1, refused 1, withdrawn 1, no-show 1, arrived 1, open 1. Gil's are of no release. */
  const episodes = [
    release('Ada', {
      referrals: [declined('capacity.no_bed_in_area'), declined('risk.arson'), referral('arrived')],
    }),
    release('Bea', { referrals: [declined('needs.pet'), referral('expired'), referral('open')] }),
    release('Cat', {
      referrals: [refused('person.area'), referral('no_show', { reasons: ['no_show.travel'] })],
    }),
    release('Dora', {
      housingNeed: 'none',
      referrals: [referral('withdrawn', { reasons: ['withdrawn.died'] })],
    }),
    release('Gil', { endedAs: 'transferred', referrals: [declined('risk.rosh')] }),
  ]

  it('are declined, expired and refused, apart', () => {
    expect(counted('referral_outcomes', { episodes })).toEqual({
      declined: '2 / 3',
      expired: '1 / 1',
      refused: '1 / 1',
      withdrawn: '1 / 1',
      no_show: '1 / 1',
      arrived: '1 / 1',
      open: '1 / 1',
      total: '4 / 9',
    })
  })

  it('belong to the period of the release, not to that of the day they were made', () => {
    const late = [release('Ada', { releasedOn: '2026-04-01', referrals: [declined('risk.arson')] })]
    expect(counted('referral_outcomes', { episodes: late })).toEqual({})
    expect(counted('referral_outcomes', { episodes: late }, '2026-27')).toEqual({
      declined: '1 / 1',
      total: '1 / 1',
    })
  })
})

describe('M4: reasons that mean unmet need', () => {
  it('are counted once each for a referral, up to three; process alone is none', () => {
    const referrals = [
      declined('capacity.no_women_only_bed', 'needs.mental_health', 'process.incomplete'),
      declined('capacity.no_women_only_bed'),
      declined('process.duplicate'),
      declined('eligibility.age_or_sex'),
      referral('expired'),
      referral('withdrawn', { reasons: ['withdrawn.placed_by_council'] }),
    ]
    expect(counted('reasons', { episodes: [release('Ada', { referrals })] })).toEqual({
      'capacity.no_women_only_bed': '1 / 2',
      'needs.mental_health': '1 / 1',
      total: '1 / 2',
    })
  })

  it.each([
    ['was not housed', { firstNight: 'not_housed' }, { 'person.area': '1 / 1', 'process.too_late': '1 / 1' }],
    ['is not known to be housed', { firstNight: null }, { 'person.area': '1 / 1' }],
    ['was housed', { firstNight: 'housed', firstNightRoute: 'council' }, {}],
    [
      'is with family she does not call safe',
      { firstNight: 'housed', firstNightRoute: 'family', isSafe: 'no' },
      { 'person.area': '1 / 1', 'process.too_late': '1 / 1' },
    ],
  ] as const)('hold of what she refused, and of “too late”, where she %s', (_, night, expected) => {
    const referrals = [refused('person.area'), declined('process.too_late')]
    const { total, ...reasons } = counted('reasons', { episodes: [release('Ada', { ...night, referrals })] })
    expect(reasons).toEqual(expected)
    expect(total ?? '').toBe(['', '1 / 1', '1 / 2'][Object.keys(expected).length])
  })
})

describe('M4b: women with no successful referral', () => {
  const made = (woman: string, ...referrals: ReturnType<typeof referral>[]) => release(woman, { referrals })

  /** In need 8: not referred 1, moved in 1, open 1, resolved elsewhere 3 (council, arrest at the gate, a sibling's place), none successful 2. */
  it('are those with none open, none arrived and none resolved', () => {
    const episodes = [
      made('Ada'),
      made('Bea', declined('risk.arson'), referral('arrived'), referral('open')),
      made('Cat', declined('risk.arson'), referral('open')),
      made(
        'Dora',
        declined('risk.arson'),
        referral('withdrawn', { reasons: ['withdrawn.placed_by_council'] }),
      ),
      made('Eve', referral('no_show', { reasons: ['no_show.gate_arrest_or_recall'] })),
      made('Fay', referral('placed_elsewhere')),
      made('Gil', declined('process.duplicate'), referral('expired')),
      made('Hana', refused('person.cost'), referral('withdrawn', { reasons: ['withdrawn.circumstances'] })),
      release('Ida', { housingNeed: 'none', referrals: [declined('risk.arson')] }),
    ]
    expect(counted('referred', { episodes })).toEqual({
      not_referred: '1 / 1',
      some_successful: '1 / 1',
      open: '1 / 1',
      resolved: '3 / 3',
      none_successful: '2 / 2',
      total: '8 / 8',
    })
  })
})
