import { Link } from '@remix-run/react'

import { regionAttribution } from '~/domain/area/region'
import { guarded } from '~/http/guard.server'
import { pageTitle } from '~/ui/page/page-title'

export const meta = () => pageTitle('About Throughgate')

export const loader = guarded('anyone', () => null)

export default function About() {
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <h1 className="govuk-heading-l">About Throughgate</h1>
        <p className="govuk-body-l">
          A person leaves prison on a known day and needs a bed that night, and often help to keep or rebuild
          a family. Throughgate finds both, across the 12 local authorities and 7 prisons of North East
          England.
        </p>
        <h2 className="govuk-heading-m">What it does</h2>
        <ul className="govuk-list govuk-list--bullet">
          <li>
            keeps a directory of supported housing, women-only places, family support and parenting programmes
          </li>
          <li>lets prison teams refer to providers, with eligibility and vacancy checked first</li>
          <li>shows commissioners what there is and what is missing, without ever showing them a person</li>
        </ul>
        <h2 className="govuk-heading-m">Who sees what</h2>
        <p className="govuk-body">
          Anyone may read what a service is, whom it is for and how to contact it. Vacancies, eligibility in
          detail and referrals are for people who are signed in for a prison, a provider or a council. The
          address of a confidential service is in no search, map, list or report.
        </p>
        <h2 className="govuk-heading-m">Something is wrong or missing</h2>
        <p className="govuk-body">
          Tell the service itself if what its page says is out of date: its phone number is on the page. If
          Throughgate does not work as it should, tell the person who manages your organisation on
          Throughgate, or the regional team. The{' '}
          <Link className="govuk-link" to="/privacy">
            privacy
          </Link>{' '}
          and{' '}
          <Link className="govuk-link" to="/accessibility-statement">
            accessibility
          </Link>{' '}
          pages say more.
        </p>
        <h2 className="govuk-heading-m">Whose data the maps are made of</h2>
        <p className="govuk-body">{regionAttribution}</p>
      </div>
    </div>
  )
}
