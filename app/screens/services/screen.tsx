import { Link } from '@remix-run/react'

import type { QueryProblem } from '~/screens/results/read-query'
import { SearchBar } from '~/screens/results/search-bar'
import { SEARCH_FORM } from '~/screens/results/search-form'
import { SearchStandIn } from '~/screens/results/search-stand-in'
import { SortLinks } from '~/screens/results/sort-links'
import { Chips, ToFilters } from '~/ui/filters'
import { ErrorSummary } from '~/ui/form/error-summary'
import { PrintLink } from '~/ui/page/print-link'
import { DirectoryFilters } from './directory-filters'
import { DirectoryMap } from './directory-map'
import { DirectoryResults } from './directory-results'
import { type DirectoryAnswer, directoryPage } from './page'

interface ServicesProps {
  answer: DirectoryAnswer
  tileUrl: string | null
  tileCredit: string
}

/** The directory, searched: filters, results, a map. */
export function ServicesScreen({ answer, tileUrl, tileCredit }: ServicesProps) {
  const page = directoryPage(answer)
  return (
    <>
      <SearchStandIn degraded={page.degraded} />
      <ErrorSummary items={page.problems.map(errorItem)} title="Part of the search could not be followed" />
      <PrintLink />
      <h1 className="govuk-heading-l">Find a service</h1>
      <p className="tg-lede">
        Places to live, family support and parenting programmes for people leaving prison in North East
        England. {page.signInNote && <SignInNote note={page.signInNote} />}
      </p>
      <div className="tg-columns tg-columns--search">
        <DirectoryFilters {...page} />
        <div>
          <SearchBar
            label="A name, a place or what it helps with"
            words={page.values.words}
            suggestFrom="/services/suggest"
          />
          <Chips chips={page.chips} />
          {page.chips.length > 0 && (
            <p className="tg-print-only">Searched: {page.chips.map(chip => chip.text).join(' · ')}</p>
          )}
          <div className="tg-results-head">
            <h2 className="govuk-heading-m" role="status">
              {page.heading}
            </h2>
            <SortLinks sorts={page.sorts} />
          </div>
          {page.notFound && <p className="govuk-body">{page.notFound}</p>}
          <ToFilters />
          <DirectoryResults {...page} />
        </div>
        <DirectoryMap {...page} tileUrl={tileUrl} tileAttribution={tileCredit} />
      </div>
    </>
  )
}

function SignInNote({ note }: { note: 'offered' | 'left-out' }) {
  const link = (
    <Link className="govuk-link" to="/sign-in">
      sign in
    </Link>
  )
  if (note === 'offered') return <>Professionals: {link} to see more.</>
  return <strong>Part of this search is for professionals and was left out: {link} to use it.</strong>
}

/** A filter has no field of its own to go to: the form of all filters has. */
function errorItem({ field, message }: QueryProblem) {
  const ownField = ['q', 'near', 'by'].includes(field)
  return { text: message, fieldId: ownField ? field : SEARCH_FORM }
}
