import type { Measure } from './measure'

export const m8Settled = {
  id: 'M8',
  name: 'Settled at day 91',
  definition:
    'Women released who were in settled accommodation on day 91. A release is counted in the year in which its day 91 falls.',
  said: '{n} of {d} women of whom it is known were settled on day 91',
  numerator: 'Releases of women settled on day 91',
  denominator: 'Releases of women of whom it is known whether they were settled on day 91',
  exclusions:
    'Transfers, deportations and deaths; women who died or were deported by day 91. Women in custody on day 91 are counted apart',
  unknowns: 'Women whose day 91 is not known, printed beside and not in the denominator',
  source:
    'Regional definition (Throughgate, “Reports”); beside “Offender accommodation outcomes”, Ministry of Justice',
  from: {
    numerator: [{ table: 'day_91', cell: 'settled' }],
    denominator: [
      { table: 'day_91', cell: 'settled' },
      { table: 'day_91', cell: 'not_settled' },
    ],
    unknown: [{ table: 'day_91', cell: 'unknown' }],
  },
} as const satisfies Measure
