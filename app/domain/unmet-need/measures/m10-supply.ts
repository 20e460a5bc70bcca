import type { Measure } from './measure'

export const m10Supply = {
  id: 'M10',
  name: 'Nights of supply',
  definition:
    'Nights on which a women-only bed was confirmed free, of all nights of women-only beds. Mixed houses are counted apart.',
  said: '{n} of {d} nights of women-only beds were confirmed as free',
  numerator: 'Bed-nights, women-only, confirmed and free',
  denominator: 'All bed-nights, women-only',
  exclusions:
    'Beds of houses for men only; refuges, and places whose site is kept confidential; approved premises and CAS',
  unknowns: 'Nights on which the vacancy was not confirmed: they are not free and not full',
  source: 'Regional definition (Throughgate, “Reports”)',
  from: {
    numerator: [{ table: 'bed_nights', cell: 'women_only.free' }],
    denominator: [{ table: 'bed_nights', cell: 'women_only.all' }],
  },
} as const satisfies Measure
