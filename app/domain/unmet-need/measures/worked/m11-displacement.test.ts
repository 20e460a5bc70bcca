import { expect, it } from 'vitest'
import { counted, release } from '@tests/support/tiny-world'

const housed = (woman: string, firstNightAuthority: string | null, preferredAuthorities: string[] = []) =>
  release(woman, {
    firstNight: 'housed',
    firstNightRoute: 'council',
    firstNightAuthority,
    preferredAuthorities,
  })

/** Home is Sunderland (E08000024). Housed in need 7: where she preferred 2, elsewhere 3, no preference 1, not known where 1. */
const episodes = [
  housed('Ada', 'E08000024', ['E08000024']),
  housed('Bea', 'E06000001', ['E08000024', 'E06000001']),
  housed('Cat', 'E06000001', ['E08000024']),
  housed('Dora', 'outside', ['E08000024', 'E06000001']),
  housed('Eve', 'E08000024', ['E06000001']),
  housed('Fay', 'E06000005'),
  housed('Gil', null, ['E08000024']),
  { ...housed('Hana', 'E06000005', ['E08000024']), housingNeed: 'none' as const },
  { ...housed('Ida', null, ['E08000024']), firstNight: 'not_housed' as const },
]

it('M11: 3 of the 5 who preferred somewhere were housed elsewhere, at home too', () => {
  expect(counted('displacement', { episodes })).toEqual({
    preferred: '2 / 2',
    elsewhere: '3 / 3',
    none_stated: '1 / 1',
    unknown: '1 / 1',
    total: '7 / 7',
  })
})

it('M11: where against home; somebody without a home in the region is never at home', () => {
  const more = [
    { ...housed('Jo', 'outside'), homeAuthority: 'outside' },
    { ...housed('Kim', 'E06000005'), homeAuthority: 'outside' },
    { ...housed('Liz', 'E06000005'), homeAuthority: 'unknown' },
    { ...housed('Mia', 'outside'), homeAuthority: 'unknown' },
  ]
  expect(counted('home_to_placed', { episodes: [...episodes, ...more] })).toEqual({
    home: '2 / 2',
    region: '4 / 4',
    outside: '3 / 3',
    unknown: '2 / 2',
    total: '11 / 11',
  })
})
