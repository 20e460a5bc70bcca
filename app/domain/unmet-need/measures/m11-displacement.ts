import type { Measure } from './measure'

export const m11Displacement = {
  id: 'M11',
  name: 'Displacement',
  definition: 'Women in need housed on the first night outside every authority they preferred.',
  said: '{n} of {d} women housed who preferred somewhere were housed elsewhere',
  numerator: 'Women in need housed on the first night outside every preferred authority',
  denominator:
    'Women in need housed on the first night who stated a preferred authority, and of whom it is known where',
  exclusions: 'As M1; women who were not housed, and women who stated no preferred authority',
  unknowns: 'Women of whom it is not known where they were housed, printed beside',
  source: 'Regional definition (Throughgate, “Reports”)',
  from: {
    numerator: [{ table: 'displacement', cell: 'elsewhere' }],
    denominator: [
      { table: 'displacement', cell: 'preferred' },
      { table: 'displacement', cell: 'elsewhere' },
    ],
    unknown: [{ table: 'displacement', cell: 'unknown' }],
  },
} as const satisfies Measure
