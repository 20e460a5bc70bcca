import { Link } from '@remix-run/react'

import type { PlacesData } from '~/screens/case-search/data'
import type { PlacesPage } from '~/screens/case-search/page'
import { Card, EmptyState } from '~/ui/card'
import { Pagination } from '~/ui/pagination'
import { ResultList } from '~/screens/results/service-result'
import { Elsewhere, NothingFits } from './nothing-fits-card'
import { PlaceResult } from './place-result'

interface PlaceListProps {
  caseId: string
  found: PlacesData
  page: PlacesPage
}

const EMPTY: Readonly<Record<PlacesData['query']['group'], string>> = {
  eligible: 'Nothing fits now',
  eligible_once_answered: 'No place waits only for answers',
  discuss: 'No place needs to be talked about',
  not_eligible: 'No place is ruled out',
}

/** The places of one group, what would decide more of them, and what else there is where nothing fits. */
export function PlaceList({ caseId, found, page }: PlaceListProps) {
  const { group } = found.query
  const { nothingFits } = found
  const at = { caseId, search: page.address }
  const around = { at, mayFit: page.mayFit, wouldBring: found.wouldBring }
  if (nothingFits && found.places.length === 0) return <NothingFits {...nothingFits} {...around} />
  return (
    <>
      {nothingFits && <NothingFits {...nothingFits} {...around} />}
      {group === 'eligible_once_answered' && <AnswersToGive found={found} />}
      {found.places.length === 0 ? (
        <EmptyState title={EMPTY[group]}>
          <p className="govuk-body">Take a filter away, or look at the other tabs.</p>
        </EmptyState>
      ) : (
        <section aria-labelledby="places">
          <h2 className={nothingFits ? 'govuk-heading-m' : 'govuk-visually-hidden'} id="places">
            {nothingFits ? 'Other services that fit' : 'Places'}
          </h2>
          {found.firstBecause && <p className="govuk-body-s tg-quiet tg-screen-only">{found.firstBecause}</p>}
          <ResultList>
            {found.places.map(place => (
              <PlaceResult
                key={place.id}
                {...place}
                caseId={caseId}
                search={page.address}
                against={group === 'not_eligible'}
              />
            ))}
          </ResultList>
        </section>
      )}
      <Pagination
        label="Places"
        page={found.page}
        pages={found.pages}
        hrefOf={number => addressOfPage(page.address, number)}
      />
      {found.councils && <Elsewhere lists={[found.councils]} at={at} />}
    </>
  )
}

function AnswersToGive({ found }: Pick<PlaceListProps, 'found'>) {
  if (found.answersWouldDecide === null) return null
  return (
    <Card title={found.answersWouldDecide}>
      <ul className="govuk-list tg-answers-to-give">
        {found.answers.map(({ title, asked, to }) => (
          <li key={to}>
            <Link className="govuk-link" to={to}>
              {title}
            </Link>
            : {asked}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function addressOfPage(address: string, page: number): string {
  const params = new URLSearchParams(address)
  params.delete('page')
  if (page > 1) params.set('page', String(page))
  return `?${params.toString()}`
}
