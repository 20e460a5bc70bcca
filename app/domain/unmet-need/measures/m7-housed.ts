import type { Measure } from './measure'

export const m7Housed = {
  id: 'M7',
  name: 'Housed on the first night',
  definition:
    'Women released who were housed on their first night, whatever their need before. Family counts only if she says it is safe.',
  said: '{n} of {d} women released were housed on the first night',
  numerator: 'Releases of women housed on the first night',
  denominator: 'Releases of women to the community',
  exclusions: 'Transfers, deportations and deaths',
  unknowns: 'Women whose first night is not known, printed beside',
  source:
    'Regional definition (Throughgate, “Reports”); beside “Offender accommodation outcomes”, Ministry of Justice',
  from: {
    numerator: [{ table: 'first_night_all', cell: 'housed' }],
    denominator: [{ table: 'first_night_all', cell: 'total' }],
    unknown: [{ table: 'first_night_all', cell: 'unknown' }],
  },
} as const satisfies Measure
