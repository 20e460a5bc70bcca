import { Link } from '@remix-run/react'

import { Button, ButtonLink } from '~/ui/form/button'

/** What people look for most, as searches ready made. */
const WAYS_IN = [
  { text: 'Women-only places', to: '/services?women-only=yes' },
  { text: 'Supported housing', to: '/services?kind=supported_housing' },
  { text: 'Refuge and safe accommodation', to: '/services?kind=refuge' },
  { text: 'Emergency and direct access', to: '/services?kind=emergency' },
  {
    text: 'Family and children',
    to: '/services?kind=family_support&kind=parenting_programme&kind=visitors_centre',
  },
  { text: 'Council housing options', to: '/services?kind=council_housing_options' },
] as const

/** The front page: a search, and who it is for. */
export function HomeScreen() {
  return (
    <>
      <div className="tg-front">
        <h1 className="govuk-heading-xl">A bed for the night of release, and help to keep a family</h1>
        <p className="govuk-body-l">
          Supported housing, women-only provision, family support and parenting programmes across the 12 local
          authorities and 7 prisons of North East England.
        </p>
        <form method="get" action="/services" className="tg-search-bar" role="search">
          <label className="govuk-label" htmlFor="q">
            A name, a place or what it helps with
          </label>
          <div className="tg-search-bar__row">
            <input id="q" name="q" type="search" className="govuk-input" autoComplete="off" maxLength={200} />
            <Button>Search</Button>
          </div>
        </form>
        <ul className="tg-jump" aria-label="Ready-made searches">
          {WAYS_IN.map(({ text, to }) => (
            <li key={to}>
              <Link className="govuk-link govuk-link--no-visited-state" to={to}>
                {text}
              </Link>
            </li>
          ))}
        </ul>
      </div>
      <Audiences />
    </>
  )
}

function Audiences() {
  return (
    <div className="tg-front__for">
      <section>
        <h2 className="govuk-heading-m">Families, probation and advice</h2>
        <p className="govuk-body">
          Read what each service is, whom it is for and how to reach it. No account is needed.
        </p>
      </section>
      <section>
        <h2 className="govuk-heading-m">Prison teams, providers and councils</h2>
        <p className="govuk-body">
          Sign in to see what is free, check who is eligible, and send or answer referrals.
        </p>
        <ButtonLink to="/sign-in" look="secondary">
          Sign in
        </ButtonLink>
      </section>
      <section>
        <h2 className="govuk-heading-m">Commissioners</h2>
        <p className="govuk-body">
          Sign in to see what each area has, what it lacks, and how recently anybody confirmed it.
        </p>
      </section>
    </div>
  )
}
