import { guarded } from '~/http/guard.server'
import { pageTitle } from '~/ui/page/page-title'

export const meta = () => pageTitle('Accessibility')

export const loader = guarded('anyone', () => null)

export default function AccessibilityStatement() {
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <h1 className="govuk-heading-l">Accessibility</h1>
        <p className="govuk-body">
          Throughgate is made so that as many people as possible can use it. You should be able to:
        </p>
        <ul className="govuk-list govuk-list--bullet">
          <li>do everything with a keyboard alone, and see where you are</li>
          <li>do everything with JavaScript turned off</li>
          <li>
            zoom to 400%, or use a phone, without scrolling sideways to read; wide tables scroll in their own
            box
          </li>
          <li>read every meaning in words: colour only repeats them</li>
          <li>use a list of places instead of the map: it holds the same services</li>
        </ul>
        <h2 className="govuk-heading-m">How far it has been checked</h2>
        <p className="govuk-body">
          The aim is WCAG 2.2 level AA. Pages are checked by an automatic tool (axe) at the width of a phone
          and of a desk screen. An automatic check finds only part of what can be wrong. It has not been
          audited by people who use screen readers, magnifiers or voice control.
        </p>
        <h2 className="govuk-heading-m">What is known not to work well</h2>
        <ul className="govuk-list govuk-list--bullet">
          <li>
            the map one can move is of little use to a screen reader: use the list of areas under it, or the
            list of services
          </li>
          <li>wide tables have to be scrolled sideways on a phone</li>
        </ul>
        <h2 className="govuk-heading-m">If you cannot use a page</h2>
        <p className="govuk-body">
          Tell the person who manages your organisation on Throughgate, or the regional team, what you were
          trying to do. To reach a service meanwhile, phone it: its number is on its page and beside it in
          every list.
        </p>
      </div>
    </div>
  )
}
