import type { BedspaceThen } from '~/screens/referral/bedspaces-then'
import { Card } from '~/ui/card'
import { Tag } from '~/ui/tag'

/** What the provider has on the day somebody may arrive: what is free in sight, what is taken behind a word. */
export function BedspacesThen({
  day,
  rows,
  none,
}: {
  day: string
  rows: readonly BedspaceThen[]
  none: string
}) {
  const free = rows.filter(row => row.isFree)
  const taken = rows.filter(row => !row.isFree)
  return (
    <Card title="Your bedspaces then">
      <p className="tg-quiet tg-beds__day">{day}</p>
      {free.length > 0 ? <Rows rows={free} /> : <p className="govuk-body">{none}</p>}
      {taken.length > 0 && (
        <details className="govuk-details tg-beds__taken">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">{taken.length} taken</span>
          </summary>
          <Rows rows={taken} />
        </details>
      )}
    </Card>
  )
}

function Rows({ rows }: { rows: readonly BedspaceThen[] }) {
  return (
    <ul className="tg-beds">
      {rows.map(({ id, name, isFree, words }) => (
        <li key={id} className="tg-beds__row">
          <span className="tg-beds__name">{name}</span>
          {isFree ? (
            <Tag tone="green" sign="✓">
              {words}
            </Tag>
          ) : (
            <Tag>{words}</Tag>
          )}
        </li>
      ))}
    </ul>
  )
}
