import { COMPARATORS, DISCLOSURE_STEPS, KNOWN_LIMITS } from '~/domain/unmet-need/known-limits'
import { MEASURES } from '~/domain/unmet-need/measures/all-measures'
import { PUBLISHABLE_TABLES, tableSpec, type TableId } from '~/domain/unmet-need/publishable-tables'

const PERIODS = { quarter: 'a quarter', year: 'a year to 31 March', pool: 'three years' } as const
const COUNTS = {
  episodes: 'releases',
  referrals: 'referrals',
  nights: 'bed-nights',
  days: 'working days',
  parents: 'parents',
  children: 'children',
} as const

/** Everything a statistician asks of the figures: what is counted, what is hidden and why, and what they cannot tell. */
export function methodsPage() {
  return {
    measures: MEASURES.map(
      ({ id, name, definition, numerator, denominator, exclusions, unknowns, source }) => ({
        id,
        name,
        definition,
        lines: [
          ['Numerator', numerator],
          ['Denominator', denominator ?? 'None: a count'],
          ['Left out', exclusions],
          ['Not known', unknowns],
          ['Source', source],
        ] as const,
      }),
    ),
    tables: (Object.keys(PUBLISHABLE_TABLES) as TableId[]).map(id => {
      const spec = tableSpec(id)
      return [spec.title, spec.periods.map(kind => PERIODS[kind]).join(', '), COUNTS[spec.counts]] as const
    }),
    steps: DISCLOSURE_STEPS,
    limits: KNOWN_LIMITS,
    comparators: COMPARATORS,
  }
}

export type MethodsPage = ReturnType<typeof methodsPage>
