import type { Measure } from './measure'

export const m0Coverage = {
  id: 'M0',
  name: 'Coverage',
  definition:
    'Of the women on the prison’s release list who were released to the community, those whose housing question was ever answered.',
  said: '{n} of {d} women on the release list were asked about housing, and answered',
  numerator: 'Women on the release list whose housing question was ever answered',
  denominator: 'Women on the prison’s release list who were released to the community',
  exclusions: 'Transfers, deportations, deaths, and releases that stand on no list',
  unknowns: 'None: a question that was not answered is counted as not answered',
  source:
    'Regional definition (Throughgate, “Reports”); the housing needs initial assessment (HNIA) of the HARP protocol',
  from: {
    numerator: [{ table: 'coverage', cell: 'answered' }],
    denominator: [{ table: 'coverage', cell: 'total' }],
  },
} as const satisfies Measure
