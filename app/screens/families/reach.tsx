import { Link } from '@remix-run/react'

import { PublishedLine } from '../unmet-need/published-line'
import type { ReachFigures } from './figures.server'

/** How far parents came, each figure as a sentence with its definition. */
export function Reach({ reach }: { reach: ReachFigures | null }) {
  return (
    <section aria-labelledby="reach">
      <h2 className="govuk-heading-m" id="reach">
        Whom the programmes reach
      </h2>
      {reach === null ? (
        <p className="govuk-body">No year is published yet.</p>
      ) : (
        <>
          <PublishedLine published={reach.published} />
          <dl className="tg-facts">
            {reach.lines.flatMap(({ id, name, sentence, reasons, definition }) => [
              <dt key={`${id} name`}>
                {id}: {name}
              </dt>,
              <dd key={id}>
                <strong className="tg-strong">{sentence}</strong>
                {reasons && ` ${reasons}`}
                <br />
                <span className="tg-quiet">{definition}</span>
              </dd>,
            ])}
          </dl>
          <p className="govuk-body">
            <Link className="govuk-link" to="/unmet-need/methods">
              How the figures are made, and whom they miss
            </Link>
          </p>
        </>
      )}
    </section>
  )
}
