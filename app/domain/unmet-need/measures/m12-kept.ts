import type { Measure } from './measure'

export const m12Kept = {
  id: 'M12',
  name: 'Not taken up, or broken',
  definition:
    'Places by referral that were not taken up, or that ended other than as planned before 84 nights were over. A place is counted in the year in which its 84 nights end.',
  said: '{n} of {d} places by referral were not taken up, or broken within 84 nights',
  numerator:
    'Places not taken up, or ended before 84 nights by eviction, leaving, recall, hospital, or because it was not safe to stay',
  denominator: 'Places by referral whose 84 nights end in the period',
  exclusions:
    'Arrests at the gate, deaths before the 84 nights are over, and places whose 84 nights are not over',
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
