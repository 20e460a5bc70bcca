export interface SupplyDefinitionsProps {
  columns: ReadonlyArray<{ label: string; definition: string }>
}

const ANSWERS: ReadonlyArray<{ term: string; words: string }> = [
  { term: '✓ yes', words: 'At least one service says so, and its policy was verified in the last 90 days.' },
  {
    term: '~ yes, beds not confirmed',
    words: 'The same, but nobody has confirmed lately what is free there: it is no supply to count on.',
  },
  { term: '~ case by case', words: 'The best answer of any verified policy is “case by case”.' },
  {
    term: '~ stale',
    words: 'Old news: a service says yes or case by case, but nobody has verified it for 90 days.',
  },
  {
    term: '✕ none',
    words: 'Every service of the area has said no, verified in the last 90 days, or there is none.',
  },
  {
    term: '? not confirmed',
    words: 'Somebody has not said, or has said no and not verified it. It is never counted as none.',
  },
  {
    term: 'Beds and free now',
    words:
      'Beds of the services that give the answer. Free is counted only where vacancies are confirmed: within 24 staffed hours for refuges and emergency beds, 7 days for others. “Beds confirmed” and “policy verified” give the oldest such day of the services counted.',
  },
]

/** What every word of the coverage table means, and what it leaves out. */
export function SupplyDefinitions({ columns }: SupplyDefinitionsProps) {
  return (
    <section aria-labelledby="definitions">
      <h2 className="govuk-heading-m" id="definitions">
        How this is defined
      </h2>
      <p className="govuk-body">
        Worked out from what providers have stated in the directory, and from no record of any person. A
        service counts in every area it covers, so columns must not be added up. Housing for men only is
        counted nowhere; housing that does not say whom it takes may take women, and is counted. No service is
        named, and nothing is shown by site.
      </p>
      <DefinitionList rows={columns.map(column => ({ term: column.label, words: column.definition }))} />
      <h3 className="govuk-heading-s">What the answers mean</h3>
      <DefinitionList rows={ANSWERS} />
    </section>
  )
}

function DefinitionList({ rows }: { rows: ReadonlyArray<{ term: string; words: string }> }) {
  return (
    <dl className="tg-facts">
      {rows.flatMap(({ term, words }) => [<dt key={`${term} term`}>{term}</dt>, <dd key={term}>{words}</dd>])}
    </dl>
  )
}
