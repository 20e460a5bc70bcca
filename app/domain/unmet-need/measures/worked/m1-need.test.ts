import { expect, it } from 'vitest'
import { counted, release } from '@tests/support/tiny-world'

/** Eight releases of seven women: need 4 (Ada twice), no need 2, never asked 2. From court and after recall they count too. */
const episodes = [
  release('Ada', { housingNeed: 'nowhere', releasedOn: '2025-06-01' }),
  release('Ada', { housingNeed: 'under_12_weeks', releasedOn: '2025-09-30', custodyStatus: 'recall' }),
  release('Bea', { housingNeed: 'under_12_weeks' }),
  release('Cat', { housingNeed: 'nowhere', isListed: false, custodyStatus: 'remand' }),
  release('Dora', { housingNeed: 'none' }),
  release('Eve', { housingNeed: 'none' }),
  release('Fay', { housingNeed: null }),
  release('Gil', { housingNeed: null }),
  release('Hana', { endedAs: 'transferred' }),
  release('Ida', { endedAs: 'deported' }),
  release('Jo', { endedAs: 'died' }),
  release('Kim', { endedAs: 'open', releasedOn: null }),
]

it('M1: 4 of 8 releases, of 3 of 7 women, were of women in need', () => {
  expect(counted('releases', { episodes })).toEqual({
    need: '3 / 4',
    no_need: '2 / 2',
    not_asked: '2 / 2',
    total: '7 / 8',
  })
})

it('M1: a woman released twice in one period is one woman there, and one in each of two quarters', () => {
  expect(counted('releases', { episodes }, '2025-26-q1')).toEqual({ need: '1 / 1', total: '1 / 1' })
  expect(counted('releases', { episodes }, '2025-26-q2')).toMatchObject({ need: '3 / 3', total: '7 / 7' })
})

it('M1: by authority and police area of home, those from outside and unknown apart', () => {
  const from = (woman: string, homeAuthority: string) => release(woman, { homeAuthority })
  const homes = [
    from('Ada', 'E08000024'),
    from('Bea', 'E08000024'),
    from('Cat', 'E06000001'),
    from('Dora', 'E06000047'),
    from('Eve', 'outside'),
    from('Fay', 'E08000003'),
    from('Gil', 'unknown'),
    release('Hana', { homeAuthority: 'E06000001', housingNeed: 'none' }),
  ]
  expect(counted('need_by_authority', { episodes: homes })).toEqual({
    E08000024: '2 / 2',
    E06000001: '1 / 1',
    E06000047: '1 / 1',
    outside: '2 / 2',
    unknown: '1 / 1',
    total: '7 / 7',
  })
  expect(counted('need_by_police_area', { episodes: homes })).toEqual({
    northumbria: '2 / 2',
    cleveland: '1 / 1',
    durham: '1 / 1',
    outside: '2 / 2',
    unknown: '1 / 1',
    total: '7 / 7',
  })
})
