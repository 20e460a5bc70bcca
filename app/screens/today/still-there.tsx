import { Link } from '@remix-run/react'

import type { StillThereLine } from './facts.server'

/** Stays that should have ended some days ago: whether the person is still there. */
export function StillThere({ lines }: { lines: readonly StillThereLine[] }) {
  return (
    <section>
      <h2 className="govuk-heading-m">Still there?</h2>
      <p className="govuk-body">
        Record that the person has left, or say until when they stay. Until then the room is theirs.
      </p>
      <ul className="govuk-list">
        {lines.map(({ to, room, words }) => (
          <li key={to}>
            <Link className="govuk-link" to={to}>
              {room}
            </Link>
            : {words}
          </li>
        ))}
      </ul>
    </section>
  )
}
