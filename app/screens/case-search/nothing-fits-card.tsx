import { Link } from '@remix-run/react'

import { NoticeCard } from '~/ui/card'
import { PhoneLink } from '~/ui/phone-link'
import { type FoundAt, placeAddress } from './case-address'
import type { ElsewhereList, ElsewhereShown } from './nothing-fits'

export interface NothingFitsProps {
  /** The case and the search that found nothing. */
  at: FoundAt
  title: string
  obstacle: string
  kept: string | null
  mayFit: ReadonlyArray<{ to: string; text: string }>
  /** What one answer, or one filter taken away, would bring. */
  wouldBring: ReadonlyArray<{ to: string; text: string }>
  elsewhere: readonly ElsewhereList[]
}

const CLEAR = (
  <Link className="govuk-link" to="?">
    Clear words and filters
  </Link>
)

/** Where nothing fits: the one rule in the way, and where else to turn, with phone numbers. */
export function NothingFits({ title, obstacle, kept, mayFit, wouldBring, elsewhere, at }: NothingFitsProps) {
  return (
    <>
      <NoticeCard title={title}>
        {mayFit.length + wouldBring.length > 0 && (
          <ul className="govuk-list">
            {[...mayFit, ...wouldBring].map(({ to, text }) => (
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
        <p className="govuk-body">
          <Link className="govuk-link" to={`/cases/${at.caseId}/nobody-fits`}>
            Nobody fits: ask the regional coordinator
          </Link>
        </p>
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
      {lists.map(({ title, services, more }) => (
        <section key={title}>
          <h3 className="govuk-heading-s">{title}</h3>
          <Services services={services} at={at} />
          {more && (
            <details className="govuk-details tg-screen-only">
              <summary className="govuk-details__summary">
                <span className="govuk-details__summary-text">{more.title}</span>
              </summary>
              <div className="govuk-details__text">
                <Services services={more.services} at={at} />
              </div>
            </details>
          )}
        </section>
      ))}
      <p className="govuk-body tg-screen-only">
        Nobody answers?{' '}
        <Link className="govuk-link" to="/helplines">
          National helplines
        </Link>
      </p>
    </>
  )
}

function Services({ services, at }: { services: readonly ElsewhereShown[]; at: FoundAt }) {
  return (
    <ul className="govuk-list">
      {services.map(({ id, name, phone, outOfHours, toDiscuss }) => (
        <li key={id}>
          <Link className="govuk-link" to={placeAddress({ ...at, id })}>
            {name}
          </Link>
          {phone && (
            <>
              , <PhoneLink number={phone} about={name} />
            </>
          )}
          {outOfHours && (
            <>
              , out of hours <PhoneLink number={outOfHours} about={name} />
            </>
          )}
          {toDiscuss && <span className="tg-quiet"> {toDiscuss}</span>}
        </li>
      ))}
    </ul>
  )
}
