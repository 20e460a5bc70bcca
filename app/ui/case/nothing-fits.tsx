import { Link } from '@remix-run/react'

import { NoticeCard } from '../card'
import { PhoneLink } from '../phone-link'

export interface NothingFitsProps {
  title: string
  obstacle: string
  isNeed: boolean
  mayFit: ReadonlyArray<{ to: string; text: string }>
  elsewhere: ReadonlyArray<{
    title: string
    services: ReadonlyArray<{ id: string; name: string; phone: string | null }>
  }>
}

const KEPT = 'That no place fitted is kept without a name, as evidence of need.'
const CLEAR = (
  <Link className="govuk-link" to="?">
    Clear words and filters
  </Link>
)

/** Where nothing fits: the one rule in the way, and where else to turn, with phone numbers. */
export function NothingFits({ title, obstacle, isNeed, mayFit, elsewhere }: NothingFitsProps) {
  return (
    <>
      <NoticeCard title={title}>
        {mayFit.length > 0 && (
          <ul className="govuk-list">
            {mayFit.map(({ to, text }) => (
              <li key={text}>
                <Link className="govuk-link" to={to}>
                  {text}
                </Link>
              </li>
            ))}
          </ul>
        )}
        <p className="govuk-body">{obstacle}</p>
        <p className="govuk-body">{isNeed ? KEPT : CLEAR}</p>
      </NoticeCard>
      {elsewhere.length > 0 && <h2 className="govuk-heading-m">What else there is</h2>}
      {elsewhere.map(({ title, services }) => (
        <section key={title}>
          <h3 className="govuk-heading-s">{title}</h3>
          <ul className="govuk-list">
            {services.map(({ id, name, phone }) => (
              <li key={id}>
                <Link className="govuk-link" to={`/services/${id}`}>
                  {name}
                </Link>
                {phone && (
                  <>
                    , <PhoneLink number={phone} about={name} />
                  </>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
