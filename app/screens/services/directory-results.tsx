import { Link } from '@remix-run/react'

import { type AskedTopic, unpackFacts } from '~/domain/service/asked-topics'
import { type DirectoryPage, pageAddress } from '~/screens/services/page'
import { plainWords, type ResultShown } from '~/screens/results/result-shown'
import { EmptyState } from '~/ui/card'
import { Pagination } from '~/ui/pagination'
import { TagList } from '~/ui/tag'
import { AskedRow } from '~/screens/results/asked-row'
import { RingLine } from '~/screens/results/ring-line'
import { servicesWords } from '~/screens/results/result-in-words'
import { MarkedText } from '~/screens/results/marked-text'
import { ResultList, ServiceResult, vacancyTags } from '~/screens/results/service-result'

export type DirectoryResultsProps = Pick<
  DirectoryPage,
  'results' | 'page' | 'pages' | 'inTheWay' | 'address' | 'chips' | 'values' | 'sought'
>

/** The services of this page of results, or what to do when there is none. */
export function DirectoryResults(props: DirectoryResultsProps) {
  const { results, page, pages, address, sought } = props
  if (results.length === 0) return <NothingFound {...props} />
  return (
    <>
      <ResultList>
        {results.map(result => (
          <DirectoryResult key={result.id} result={result} sought={sought} />
        ))}
      </ResultList>
      <Pagination label="Services" page={page} pages={pages} hrefOf={to => pageAddress(address, to)} />
    </>
  )
}

function DirectoryResult({ result, sought }: { result: ResultShown; sought: readonly AskedTopic[] }) {
  const { id, name, about, miles, summary, facts, vacancy, phone, staffed, checked, outOfHours } = result
  return (
    <ServiceResult
      serviceId={id}
      to={`/services/${id}`}
      title={<MarkedText parts={name} />}
      about={about}
      aside={miles}
    >
      {vacancy && <TagList>{vacancyTags(vacancy)}</TagList>}
      {summary && (
        <p className="tg-result__text">
          <MarkedText parts={summary} />
        </p>
      )}
      <AskedRow facts={unpackFacts(facts)} sought={sought} />
      <RingLine {...{ phone, staffed, checked, outOfHours }} name={plainWords(name)} />
    </ServiceResult>
  )
}

function NothingFound({ page, pages, inTheWay, address, chips, values }: DirectoryResultsProps) {
  if (page > pages) {
    return (
      <EmptyState title={`There is no page ${page}`} level={3}>
        <p className="govuk-body">
          <Link className="govuk-link" to={pageAddress(address, 1)}>
            Go to the first page of these results
          </Link>
        </p>
      </EmptyState>
    )
  }
  return (
    <EmptyState title="Nothing matches all of this" level={3}>
      <ul className="govuk-list govuk-list--bullet">
        {values.words !== '' && <li>check the spelling, or use one word: a town, ‘women’, ‘recovery’</li>}
        {values.isNear && <li>look further away than {values.miles} miles</li>}
        {inTheWay.map(({ text, address: without, services }) => (
          <li key={text}>
            without ‘{text}’{' '}
            <Link className="govuk-link" to={without === '' ? '/services' : `/services?${without}`}>
              {servicesWords(services)} {services === 1 ? 'matches' : 'match'}
            </Link>
          </li>
        ))}
        {inTheWay.length === 0 && chips.length > 1 && <li>take filters away, one at a time, above</li>}
        <li>
          ask the{' '}
          <Link className="govuk-link" to={councilsAddress(address)}>
            council’s housing options team
          </Link>{' '}
          or look at{' '}
          <Link className="govuk-link" to="/services?kind=emergency">
            emergency and direct access
          </Link>
        </li>
      </ul>
      <p className="govuk-body">
        <Link className="govuk-link" to="/services">
          Start again with every service
        </Link>
      </p>
    </EmptyState>
  )
}

/** The councils of the areas that were asked for, else all. */
function councilsAddress(address: string): string {
  const areas = new URLSearchParams(address).getAll('authority')
  return `/services?${new URLSearchParams([['kind', 'council_housing_options'], ...areas.map(code => ['authority', code])])}`
}
