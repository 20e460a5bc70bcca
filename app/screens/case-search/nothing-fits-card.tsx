import { Link } from '@remix-run/react'

import { NoticeCard } from '~/ui/card'
import { PhoneLink } from '~/ui/phone-link'
import { type FoundAt, placeAddress } from './case-address'

export interface NothingFitsProps {
  /** The case and the search that found nothing. */
  at: FoundAt
  title: string
  obstacle: string
  kept: string | null
  mayFit: ReadonlyArray<{ to: string; text: string }>
  elsewhere: ReadonlyArray<{
    title: string
    services: ReadonlyArray<{ id: string; name: string; phone: string | null; toDiscuss: string | null }>
  }>
}

const CLEAR = (
  <Link className="govuk-link" to="?">
    Clear words and filters
  </Link>
)

/** Where nothing fits: the one rule in the way, and where else to turn, with phone numbers. */
export function NothingFits({ title, obstacle, kept, mayFit, elsewhere, at }: NothingFitsProps) {
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
        <p className="govuk-body">{kept ?? CLEAR}</p>
      </NoticeCard>
      <Elsewhere lists={elsewhere} at={at} />
    </>
  )
}

/** Where else to turn, with phone numbers; nothing where there is nowhere. */
export function Elsewhere({ lists, at }: { lists: NothingFitsProps['elsewhere']; at: FoundAt }) {
  if (lists.length === 0) return null
  return (
    <>
      <h2 className="govuk-heading-m">What else there is</h2>
      {lists.map(({ title, services }) => (
        <section key={title}>
          <h3 className="govuk-heading-s">{title}</h3>
          <ul className="govuk-list">
            {services.map(({ id, name, phone, toDiscuss }) => (
              <li key={id}>
                <Link className="govuk-link" to={placeAddress({ ...at, id })}>
                  {name}
                </Link>
                {phone && (
                  <>
                    , <PhoneLink number={phone} about={name} />
                  </>
                )}
                {toDiscuss && <span className="tg-quiet"> {toDiscuss}</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
