import { CaseSummary } from '~/screens/case/case-summary'
import { placeAddress, searchAddress } from '~/screens/case-search/case-address'
import { ServiceScreen } from '~/screens/service/screen'
import { BackLink } from '~/ui/page/breadcrumbs'
import type { ServiceForCase } from './facts.server'
import { PlaceForCase } from './place-for-case'
import { ShortlistPart } from './shortlist-part'

interface CaseServiceProps extends ServiceForCase {
  /** The search it was found by, as parameters of the address. */
  search: string
}

/** A service's own page, opened for a case: the case stays above it, with the answer for her and the way to refer. */
export function CaseServiceScreen({
  summary,
  service,
  waysToCorrect,
  place,
  listed,
  carried,
  search,
}: CaseServiceProps) {
  const { caseId } = summary
  const at = { caseId, search, id: service.id }
  return (
    <ServiceScreen
      service={service}
      isOfficer={false}
      waysToCorrect={waysToCorrect}
      wayToRefer={
        place.isProgramme
          ? place.nomination
            ? { to: `/nominations/${place.nomination.id}`, text: place.nomination.words }
            : { to: `/cases/${caseId}/nominate/${service.id}`, text: 'Nominate this case' }
          : { to: `/cases/${caseId}/refer/${service.id}`, text: 'Refer this case' }
      }
      above={
        <>
          <BackLink to={searchAddress(at)}>Back to places for this case</BackLink>
          <div className="tg-screen-only">
            <CaseSummary {...summary} linked />
          </div>
          <p className="tg-print-only">Case {summary.reference}</p>
        </>
      }
      answer={
        <>
          <PlaceForCase caseId={caseId} id={service.id} name={service.name} {...place} />
          <ShortlistPart
            {...at}
            name={service.name}
            listed={listed}
            back={placeAddress(at)}
            carried={carried}
          />
        </>
      }
    />
  )
}
