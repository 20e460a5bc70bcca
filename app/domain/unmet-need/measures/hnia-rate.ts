import type { Measure } from './measure'

export const hniaRate = {
  id: 'HNIA',
  name: 'Assessed within 4 days',
  definition:
    'Women received into prison in the period whose housing needs initial assessment (HNIA) was done by the fourth day after reception.',
  said: '{n} of {d} women received were assessed within 4 days',
  numerator: 'Women assessed within 4 days of reception',
  denominator: 'Women received in the period, however they left',
  exclusions: 'Women whose reception day is not recorded',
  unknowns: 'Women for whom no assessment is recorded, printed beside',
  source: 'HARP protocol; housing needs initial assessment within 4 days of reception',
  from: {
    numerator: [{ table: 'hnia', cell: 'in_4_days' }],
    denominator: [{ table: 'hnia', cell: 'total' }],
    unknown: [{ table: 'hnia', cell: 'not_recorded' }],
  },
} as const satisfies Measure
