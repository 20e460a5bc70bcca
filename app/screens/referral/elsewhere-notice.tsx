import { Link } from '@remix-run/react'

import type { ElsewhereNotice as Words } from './agreed-elsewhere'

/** By which other referrals something is agreed with the same provider, and what becomes of them. */
export function ElsewhereNotice({ title, referrals, then }: Words) {
  return (
    <section className="tg-card tg-card--notice">
      <h2 className="tg-card__title">{title}</h2>
      <ul className="govuk-list">
        {referrals.map(({ id, text }) => (
          <li key={id}>
            <Link className="govuk-link" to={`/referrals/${id}`}>
              {text}
            </Link>
          </li>
        ))}
      </ul>
      <p className="govuk-body">{then}</p>
    </section>
  )
}
