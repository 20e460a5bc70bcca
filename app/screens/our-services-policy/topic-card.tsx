import { Link } from '@remix-run/react'

import { href } from '~/paths'
import type { TopicShown } from './page'
import { inSentence } from '~/domain/words/english'

interface TopicCardProps extends TopicShown {
  serviceId: string
  mayState: boolean
}

/** One topic of a policy as a card, with the way to change it. */
export function TopicCard({ topic, title, rows, serviceId, mayState }: TopicCardProps) {
  return (
    <div className="govuk-summary-card">
      <div className="govuk-summary-card__title-wrapper">
        <h2 className="govuk-summary-card__title">{title}</h2>
        {mayState && (
          <div className="govuk-summary-card__actions">
            <Link
              className="govuk-link"
              to={href('our-services/:serviceId/policy/:topic', { serviceId, topic })}
            >
              Change<span className="govuk-visually-hidden"> {inSentence(title)}</span>
            </Link>
          </div>
        )}
      </div>
      <div className="govuk-summary-card__content">
        <dl className="govuk-summary-list">
          {rows.map(({ key, value, turnedAway }) => (
            <div key={key} className="govuk-summary-list__row">
              <dt className="govuk-summary-list__key">{key}</dt>
              <dd className="govuk-summary-list__value">
                {value ?? <span className="tg-quiet">Not stated</span>}
                {turnedAway && <span className="tg-lined__below">{turnedAway}</span>}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  )
}
