import { Link } from '@remix-run/react'
import type { ButtonHTMLAttributes, ReactNode } from 'react'

import { classNames } from '~/ui/class-names'

export type ButtonLook = 'primary' | 'secondary' | 'warning' | 'link'

export interface ButtonProps extends Pick<
  ButtonHTMLAttributes<HTMLButtonElement>,
  'name' | 'value' | 'form' | 'formAction' | 'formNoValidate' | 'id' | 'type' | 'onClick'
> {
  look?: ButtonLook
  children: ReactNode
  /** Said after the words to those who cannot see what the button stands beside: 'Harebell Row, family house'. */
  about?: string
}

export interface ButtonLinkProps {
  to: string
  look?: ButtonLook
  children: ReactNode
  about?: string
}

const LOOK: Record<ButtonLook, string> = {
  primary: 'govuk-button',
  secondary: 'govuk-button govuk-button--secondary',
  warning: 'govuk-button govuk-button--warning',
  link: 'tg-button-link',
}

/** A button that submits the form it stands in. Double posts are stopped by the form's idempotency key, not here. */
export function Button({ look = 'primary', type = 'submit', children, about, ...rest }: ButtonProps) {
  return (
    <button type={type} className={LOOK[look]} {...rest}>
      {children}
      <About text={about} />
    </button>
  )
}

/** A link that looks like a button, for going to the page where something is done. */
export function ButtonLink({ to, look = 'primary', children, about }: ButtonLinkProps) {
  return (
    <Link to={to} className={LOOK[look]}>
      {children}
      <About text={about} />
    </Link>
  )
}

/** Buttons that belong together, in a row that wraps or stacked. */
export function Actions({ stacked = false, children }: { stacked?: boolean; children: ReactNode }) {
  return <div className={classNames('tg-actions', stacked && 'tg-actions--stacked')}>{children}</div>
}

function About({ text }: { text: string | undefined }) {
  return text ? <span className="govuk-visually-hidden"> {text}</span> : null
}
