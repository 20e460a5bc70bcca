import { ButtonLink } from '~/ui/form/button'

/** What those who work with people from prison find here, signed out and signed in. */
export function ProfessionalsScreen() {
  return (
    <div className="tg-front">
      <h1 className="govuk-heading-l">For professionals</h1>
      <p className="tg-lede">
        Everybody may search the directory, print it and ring. With an account you see more, and refer.
      </p>
      <ButtonLink to="/sign-in">Sign in</ButtonLink>
      <h2 className="govuk-heading-m">Prison resettlement teams</h2>
      <p className="govuk-body">
        Keep a case, see which places fit it and what is free on the day, refer and hear the answer.
      </p>
      <h2 className="govuk-heading-m">Providers and councils</h2>
      <p className="govuk-body">Keep your vacancies true in one tap, and answer referrals on one screen.</p>
      <p className="govuk-body">
        <a className="govuk-link" href="/organisations/apply">
          Ask to join as an organisation
        </a>
      </p>
      <h2 className="govuk-heading-m">Probation and advice workers</h2>
      <p className="govuk-body">
        <a className="govuk-link" href="/services">
          Search the directory
        </a>{' '}
        without an account: each service says whom it takes, what there is to pay and who may refer.
      </p>
      <h2 className="govuk-heading-m">Commissioners</h2>
      <p className="govuk-body">
        See what each area has, what it lacks, and how recently anybody confirmed it. Never a person.
      </p>
    </div>
  )
}
