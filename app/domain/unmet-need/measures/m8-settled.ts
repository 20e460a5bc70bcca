import type { Measure } from './measure'

export const m8Settled = {
  id: 'M8',
  name: 'Settled at day 91',
  definition: 'Women released who were in settled accommodation on day 91.',
  numerator: 'Releases of women settled on day 91',
  denominator: 'Releases of women to the community whose day 91 is past',
  exclusions: 'Women who died or were deported before day 91; women back in custody are counted apart',
  unknowns: 'Women whose day 91 is not known, printed beside',
  source:
    'Regional definition (Throughgate, “Reports”); beside “Offender accommodation outcomes”, Ministry of Justice',
  from: {
    numerator: [{ table: 'day_91', cell: 'settled' }],
    denominator: [{ table: 'day_91', cell: 'total' }],
    unknown: [{ table: 'day_91', cell: 'unknown' }],
  },
} as const satisfies Measure
