import type { Measure } from './measure'

export const m11Displacement = {
  id: 'M11',
  name: 'Displacement',
  definition: 'Women in need housed on the first night outside every authority they preferred.',
  numerator: 'Women in need housed on the first night outside every preferred authority',
  denominator: 'Women in need housed on the first night',
  exclusions: 'Women housed nowhere',
  unknowns:
    'Women who stated no preferred authority, and women of whom it is not known where they were housed, each printed',
  source: 'Regional definition (Throughgate, “Reports”)',
  from: {
    numerator: [{ table: 'displacement', cell: 'elsewhere' }],
    denominator: [{ table: 'displacement', cell: 'total' }],
    unknown: [{ table: 'displacement', cell: 'unknown' }],
  },
} as const satisfies Measure
