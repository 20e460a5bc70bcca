import type { ReactNode } from 'react'
import { withPhones } from './phones-in'

/** What goes wrong if this is overlooked. */
export function WarningText({ children }: { children: ReactNode }) {
  return (
    <div className="govuk-warning-text">
      <span className="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong className="govuk-warning-text__text">
        <span className="govuk-visually-hidden">Warning </span>
        {withPhones(children)}
      </strong>
    </div>
  )
}
