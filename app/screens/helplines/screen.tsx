import { HELPLINES } from '~/domain/helplines/helplines'
import { PrintLink } from '~/ui/page/print-link'
import { HelplineList } from './helpline-list'

/** Every national helpline, and where to look for somebody nearer. */
export function HelplinesScreen() {
  return (
    <>
      <PrintLink />
      <h1 className="govuk-heading-l">Helplines</h1>
      <p className="tg-lede">
        National numbers for anybody. Where no hours are given, their page states none.
      </p>
      <HelplineList helplines={HELPLINES} />
      <p className="govuk-body">
        Nowhere to sleep tonight? Ring the{' '}
        <a className="govuk-link" href="/services?kind=council_housing_options">
          council’s housing options team
        </a>{' '}
        or an{' '}
        <a className="govuk-link" href="/services?kind=emergency">
          emergency or direct-access place
        </a>
        .
      </p>
    </>
  )
}
