import { CaseSummary } from '~/screens/case/case-summary'
import { GROUP_FIT, GROUP_TABS } from '~/screens/case-search/place-groups'
import { PlaceResult } from '~/screens/case-search/place-result'
import { ResultList } from '~/screens/results/service-result'
import { EmptyState } from '~/ui/card'
import { FitTag } from '~/ui/fit'
import { ButtonLink } from '~/ui/form/button'
import { PostButton } from '~/ui/form/post-button'
import { BackLink } from '~/ui/page/breadcrumbs'
import { PrintLink } from '~/ui/page/print-link'
import type { ShortlistedPlace, ShortlistPage } from './facts.server'

/** The places a team thinks of for a case, each as it stands now. On paper: the reference alone, and no note. */
export function CaseShortlistScreen({ summary, today, places, listedNoMore }: ShortlistPage) {
  const { caseId } = summary
  return (
    <>
      <div className="tg-screen-only">
        <BackLink to={`/cases/${caseId}/search`}>Back to places for this case</BackLink>
        <CaseSummary {...summary} linked />
      </div>
      <PrintLink />
      <h1 className="govuk-heading-l">Shortlist for this case</h1>
      <p className="tg-print-only">
        Case {summary.reference}, as it stands on {today}
      </p>
      {places.length === 0 ? (
        <EmptyState title="Nothing is on the shortlist">
          <p className="govuk-body">Search for places, and add those you think of.</p>
          <ButtonLink to={`/cases/${caseId}/search`}>Search for places</ButtonLink>
        </EmptyState>
      ) : (
        <ResultList>
          {places.map(place => (
            <PlaceResult
              key={place.id}
              {...place}
              caseId={caseId}
              search=""
              against={place.group === 'not_eligible'}
              back={`/cases/${caseId}/shortlist`}
              lead={<Said {...place} />}
            />
          ))}
        </ResultList>
      )}
      {listedNoMore.map(({ id, name }) => (
        <div key={id} className="tg-screen-only">
          <p className="govuk-body">{name} has left the directory since it was added.</p>
          <PostButton
            action={`/cases/${caseId}/shortlist/${id}`}
            values={{ change: 'remove', back: `/cases/${caseId}/shortlist` }}
            look="secondary"
            about={`: ${name}`}
          >
            Take off shortlist
          </PostButton>
        </div>
      ))}
    </>
  )
}

/** How it stands and what changed since it was added; who added it and the note on screen alone. */
function Said({ group, changed, added, note }: ShortlistedPlace) {
  return (
    <>
      <p className="govuk-body-s">
        <FitTag fit={GROUP_FIT[group]}>{GROUP_TABS[group]}</FitTag>{' '}
        <span className="tg-quiet tg-screen-only">{added}</span>
      </p>
      {changed && <p className="govuk-body-s">{changed}</p>}
      {note && <p className="govuk-body tg-typed tg-screen-only">{note}</p>}
    </>
  )
}
