import type { Measure } from './measure'

export const noticeRate = {
  id: 'Notice',
  name: 'Councils told',
  definition: 'Women in need (M1) of whose release a council of their choice was told, with their consent.',
  said: 'A council was told of {n} of {d} women who needed a place',
  numerator: 'Women in need of whom a council was told',
  denominator: 'Women in need (M1)',
  exclusions: 'As M1',
  unknowns: 'Women for whom it is not recorded; women who said no are counted apart',
  source: 'Homelessness Reduction Act 2017, duty to refer (Housing Act 1996, section 213B)',
  from: {
    numerator: [{ table: 'council_notice', cell: 'told' }],
    denominator: [{ table: 'council_notice', cell: 'total' }],
    unknown: [{ table: 'council_notice', cell: 'unknown' }],
  },
} as const satisfies Measure
