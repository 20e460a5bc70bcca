import { Link } from '@remix-run/react'

import type { ArrivingLine } from '~/screens/inbox/page'
import { Tag } from '~/ui/tag'
import { Facts } from '~/screens/referral-lists/referral-lines'

/** Who is on the way: by reference, never by name. */
export function ArrivingLines({ lines }: { lines: readonly ArrivingLine[] }) {
  return (
    <ul className="tg-lines">
      {lines.map(({ id, title, about, isOverdue }) => (
        <li key={id} className="tg-line">
          <div className="tg-line__what">
            <Link className="govuk-link govuk-link--no-visited-state tg-line__title" to={`/referrals/${id}`}>
              {title}
            </Link>
            <Facts facts={about} />
          </div>
          {isOverdue && (
            <div className="tg-line__standing">
              <Tag tone="amber" sign="!">
                arrival not recorded
              </Tag>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
