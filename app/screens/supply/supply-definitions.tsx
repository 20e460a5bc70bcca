import { OTHER_CRITERIA, SUPPLY_CRITERIA } from '~/domain/supply/criteria'
import { SUPPLY_PLACES } from '~/domain/supply/places'
import { sentence } from '~/domain/words/english'

export interface SupplyDefinitionsProps {
  columns: ReadonlyArray<{ label: string; definition: string }>
}

const BEDS =
  'Beds a woman may have, at the services that give the answer. Free is counted only where vacancies are confirmed: within 24 staffed hours for emergency beds, 7 days for others. A bed added or brought back into use after that is not confirmed, and never free, until somebody confirms the vacancies again. With dates shown, “verified” and “beds” give the oldest day the policies and the vacancies of the services counted were confirmed, and how many beds were added since, of which nobody has confirmed anything yet. Beds of a service that is paused are counted, and said as paused: none of them is offered, and none is free.'

/** What every word of the coverage table asks, and what it leaves out. */
export function SupplyDefinitions({ columns }: SupplyDefinitionsProps) {
  return (
    <section aria-labelledby="definitions">
      <h2 className="govuk-heading-m" id="definitions">
        How this is defined
      </h2>
      <p className="govuk-body">
        Worked out from what providers have stated in the directory, and from no record of any person. A
        service answers a combination by its weakest answer: one no and it does not take her; one blank and it
        is not confirmed; one “case by case” and so is the whole. Housing for men only is counted nowhere.
      </p>
      <h3 className="govuk-heading-s">The columns</h3>
      <DefinitionList rows={columns.map(({ label, definition }) => ({ term: label, words: definition }))} />
      <h3 className="govuk-heading-s">Kinds of place</h3>
      <DefinitionList
        rows={Object.values(SUPPLY_PLACES).map(({ label, definition }) => ({
          term: label,
          words: definition,
        }))}
      />
      <h3 className="govuk-heading-s">What is asked of a service</h3>
      <DefinitionList
        rows={[
          ...OTHER_CRITERIA.map(code => ({
            ...{ term: sentence(SUPPLY_CRITERIA[code].label), words: SUPPLY_CRITERIA[code].definition },
          })),
          { term: 'Age', words: SUPPLY_CRITERIA.age_18_20.definition },
          { term: 'Beds and free', words: BEDS },
        ]}
      />
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
