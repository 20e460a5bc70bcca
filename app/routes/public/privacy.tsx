import { guarded } from '~/http/guard.server'
import { pageTitle } from '~/ui/page/page-title'

export const meta = () => pageTitle('Privacy')

export const loader = guarded('anyone', () => null)

export default function Privacy() {
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <h1 className="govuk-heading-l">Privacy</h1>
        <h2 className="govuk-heading-m">If you look at the directory</h2>
        <p className="govuk-body">
          You need no account, and nothing is kept about you. Nobody else’s scripts, pictures or counters are
          on these pages. “Use my location” asks your browser for where you are, to about a kilometre, for
          that one search; it is part of the address of the page you get, and is not stored.
        </p>
        <h2 className="govuk-heading-m">If you are signed in</h2>
        <p className="govuk-body">
          One cookie keeps you signed in: at most 30 minutes without use, 12 hours in all. What you read and
          change about a person’s case or referral is recorded with your name.
        </p>
        <h2 className="govuk-heading-m">If you are the person a case is about</h2>
        <ul className="govuk-list govuk-list--bullet">
          <li>
            a provider is told about you in steps, and only as far as you have agreed with your resettlement
            officer
          </li>
          <li>before a provider takes your referral to assess it, it sees no name and no date of birth</li>
          <li>no council hears of your release unless you agree and choose the council</li>
          <li>if you take your agreement back, reading stops at once</li>
          <li>
            areas and services you want to avoid are left out of what is found for you; no provider is told of
            them, save the one worker who assesses you, of the areas, where you say so
          </li>
          <li>emails name nobody; no report shows a person</li>
        </ul>
        <p className="govuk-body">
          Each organisation that reads about you states its own lawful basis. To see what is held about you,
          or to have it put right, ask your resettlement officer or the regional team.
        </p>
      </div>
    </div>
  )
}
