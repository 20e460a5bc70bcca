import type { Measure } from './measure'

export const m12Kept = {
  id: 'M12',
  name: 'Not taken up, or broken',
  definition:
    'Places by a referral that were not taken up, or ended other than as planned, within 84 nights.',
  numerator:
    'Places not taken up, or ended within 84 nights by eviction, leaving, recall, or because it was unsafe',
  denominator: 'Places by a referral whose 84 nights are past',
  exclusions: 'Arrests at the gate; places whose 84 nights are not past',
  unknowns: 'None',
  source: 'Regional definition (Throughgate, “Reports”)',
  from: {
    numerator: [
      { table: 'kept', cell: 'not_taken_up' },
      { table: 'kept', cell: 'broken' },
    ],
    denominator: [{ table: 'kept', cell: 'total' }],
  },
} as const satisfies Measure
