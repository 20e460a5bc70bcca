import { redirect } from '@remix-run/node'

import { startPageFor } from '~/domain/account/account'
import { guarded } from '~/http/guard.server'
import { Button, ButtonLink } from '~/ui/button'
import { pageTitle } from '~/ui/page-title'
import { TextInput } from '~/ui/text-input'

export const meta = () => pageTitle('Beds and family support after prison')

/** Whoever is signed in starts at their own work. */
export const loader = guarded('anyone', ({ viewer }) => {
  if (viewer.kind === 'member') return redirect(startPageFor(viewer.role))
  return null
})

export default function Home() {
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <h1 className="govuk-heading-xl">A bed for the night of release, and help to keep a family</h1>
        <p className="govuk-body-l">
          Supported housing, women-only provision, family support and parenting programmes across the 12 local
          authorities and 7 prisons of North East England.
        </p>
        <form method="get" action="/services" role="search">
          <TextInput
            id="q"
            name="q"
            type="search"
            label="Search for a service"
            hint="A name, a place or what it helps with"
          />
          <Button>Search</Button>
        </form>
        <h2 className="govuk-heading-m">For prisons, providers, councils and commissioners</h2>
        <p className="govuk-body">
          Sign in to see vacancies, check eligibility and send or answer referrals.
        </p>
        <ButtonLink to="/sign-in" look="secondary">
          Sign in
        </ButtonLink>
      </div>
    </div>
  )
}
