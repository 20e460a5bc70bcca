import { Link } from '@remix-run/react'

import { CopyLink } from '~/screens/results/copy-link'
import { PrintedWhen } from '~/screens/results/printed-when'
import type { QueryProblem } from '~/screens/results/read-query'
import { nearCircle } from '~/screens/results/map/near-circle'
import { SearchBar } from '~/screens/results/search-bar'
import { SEARCH_FORM } from '~/screens/results/search-form'
import { SearchStandIn } from '~/screens/results/search-stand-in'
import { SortLinks } from '~/screens/results/sort-links'
import { useFocusOnResults } from '~/screens/results/use-focus-on-results'
import { Chips } from '~/ui/filters'
import { StepNote } from '~/screens/results/step-note'
import { ErrorSummary } from '~/ui/form/error-summary'
import { ListMapSwitch } from '~/ui/map/list-map-switch'
import { PrintLink } from '~/ui/page/print-link'
import { DirectoryFilters } from './directory-filters'
import { DirectoryMap } from './directory-map'
import { DirectoryResults } from './directory-results'
import { type DirectoryAnswer, type DirectoryPage, directoryPage, pageAddress, wholeAddress } from './page'

interface ServicesProps {
  answer: DirectoryAnswer
  /** All that was found, to be printed: there is no map beside it. */
  isWhole: boolean
  /** What of it is here, where that is not all: 'services 1 to 20 of 110'. */
  part: string | null
  /** The day it was drawn: '26 November 2026'. */
  drawnOn: string
  tileUrl: string | null
  tileCredit: string
}

/** The directory, searched: the box and how it was read, then the list, its filters above it, and the map beside it. */
export function ServicesScreen({ answer, isWhole, part, drawnOn, tileUrl, tileCredit }: ServicesProps) {
  const page = directoryPage(answer)
  const head = useFocusOnResults<HTMLHeadingElement>(page.problems.length > 0)
  return (
    <>
      <SearchStandIn degraded={page.degraded} />
      <ErrorSummary items={page.problems.map(errorItem)} title="Part of the search could not be followed" />
      <SearchBand page={page} />
      <div className="tg-columns tg-columns--search tg-columns--two">
        <div>
          <div className="tg-results-head" role="status">
            <h2 className="govuk-heading-m" tabIndex={-1} ref={head}>
              {page.heading}
            </h2>
            {page.notFound && <p className="govuk-body">{page.notFound}</p>}
            <StepNote step={page.step} others={page.others} />
            <PrintedWhen on={drawnOn} part={part} />
            {isWhole && <WholeNote part={part} address={page.address} />}
            {page.signInNote === 'left-out' && <SignInNote note="left-out" />}
          </div>
          <div className="tg-toolbar tg-screen-only">
            <DirectoryFilters {...page} />
            {!isWhole && <ListMapSwitch />}
            <SortLinks sorts={page.sorts} />
          </div>
          <div id="list">
            <DirectoryResults {...page} />
            {page.pages > 1 && (
              <p className="govuk-body tg-screen-only">
                <a className="govuk-link" href={wholeAddress(page.address)} rel="nofollow">
                  Show all {answer.total} on one page, to print
                </a>
              </p>
            )}
            {page.signInNote === 'offered' && <SignInNote note="offered" />}
          </div>
        </div>
        {!isWhole && (
          <DirectoryMap
            {...page}
            near={nearCircle(answer.query.near) ?? answer.read.circle}
            tileUrl={tileUrl}
            tileAttribution={tileCredit}
          />
        )}
      </div>
    </>
  )
}

function WholeNote({ part, address }: { part: string | null; address: string }) {
  return (
    <p className="govuk-body tg-screen-only">
      {part ? `To print: ${part}, the most there is room for. ` : 'All of them on one page, to print. '}
      <a className="govuk-link" href={pageAddress(address, 1)}>
        Back to the list and the map
      </a>
    </p>
  )
}

function SearchBand({ page }: { page: DirectoryPage }) {
  const { values, chips, address } = page
  return (
    <div className="tg-band">
      <SearchBar
        label="What are you looking for?"
        isTitle
        words={values.words}
        suggestFrom="/services/suggest"
      />
      <div className="tg-band__read">
        {chips.length > 0 && <span className="tg-band__label tg-screen-only">Read as:</span>}
        <Chips chips={chips} />
        <div className="tg-band__tools tg-screen-only">
          {address !== '' && (
            <a className="govuk-link govuk-link--no-visited-state" href="/services">
              Start again
            </a>
          )}
          <CopyLink />
          <PrintLink />
        </div>
      </div>
      {chips.length > 0 && (
        <p className="tg-print-only">Searched: {chips.map(chip => chip.text).join(' · ')}</p>
      )}
    </div>
  )
}

function SignInNote({ note }: { note: 'offered' | 'left-out' }) {
  const link = (
    <Link className="govuk-link" to="/sign-in">
      sign in
    </Link>
  )
  if (note === 'offered')
    return <p className="govuk-body tg-screen-only">Professionals: {link} to see more.</p>
  return (
    <p className="govuk-body">
      <strong>Part of this search is for professionals and was left out: {link} to use it.</strong>
    </p>
  )
}

/** A filter has no field of its own to go to: the form of all filters has. */
function errorItem({ field, message }: QueryProblem) {
  const ownField = ['q', 'near', 'by'].includes(field)
  return { text: message, fieldId: ownField ? field : SEARCH_FORM }
}
