import type { ReactNode } from 'react'

import { classNames } from '~/ui/class-names'

export interface FieldsetProps {
  legend: string
  isPageHeading?: boolean
  size?: 's' | 'm' | 'l'
  describedBy?: string
  children: ReactNode
}

/** Questions or choices that share one legend; as the page's h1 when the page asks only this. */
export function Fieldset({ legend, isPageHeading = false, size, describedBy, children }: FieldsetProps) {
  const look = size ?? (isPageHeading ? 'l' : undefined)
  return (
    <fieldset className="govuk-fieldset" aria-describedby={describedBy}>
      <legend className={classNames('govuk-fieldset__legend', look && `govuk-fieldset__legend--${look}`)}>
        {isPageHeading ? <h1 className="govuk-fieldset__heading">{legend}</h1> : legend}
      </legend>
      {children}
    </fieldset>
  )
}
