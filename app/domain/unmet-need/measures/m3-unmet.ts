import type { Measure } from './measure'

export const m3Unmet = {
  id: 'M3',
  name: 'Unmet need',
  definition:
    'Women in need (M1) who were not housed on their first night. A stay with family counts as housed only if she says it is safe.',
  said: '{n} of {d} women who needed a place were not housed on the first night',
  numerator: 'Women in need not housed on the first night: known; with unknown counted beside',
  denominator: 'Women in need (M1)',
  exclusions: 'As M1',
  unknowns:
    'Women in need whose first night is not known: counted with those not housed where the figure is rated, and printed apart',
  source: 'Regional definition (Throughgate, “Reports”)',
  from: {
    numerator: [{ table: 'first_night', cell: 'not_housed' }],
    denominator: [{ table: 'first_night', cell: 'total' }],
    unknown: [{ table: 'first_night', cell: 'unknown' }],
  },
} as const satisfies Measure
