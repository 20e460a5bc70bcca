import type { Measure } from './measure'

export const m1Need = {
  id: 'M1',
  name: 'Need',
  definition:
    'Women released who were ever recorded, in this episode, as having nowhere to live or a place for under 12 weeks.',
  said: '{n} of {d} women released needed a place to live',
  numerator: 'Releases of women ever recorded with nowhere to live, or a place for under 12 weeks',
  denominator: 'Releases of women to the community',
  exclusions: 'Transfers, deportations and deaths; what was recorded wrongly',
  unknowns: 'Women whose housing question was never answered, printed beside',
  source:
    'Regional definition (Throughgate, “Reports”); Homelessness Reduction Act 2017 (threatened with homelessness within 56 days) is narrower',
  from: {
    numerator: [{ table: 'releases', cell: 'need' }],
    denominator: [{ table: 'releases', cell: 'total' }],
    unknown: [{ table: 'releases', cell: 'not_asked' }],
  },
} as const satisfies Measure
