import type { RoomChoice } from './room-choices'

/** The rooms that cannot be had for these days, each with what stands in the way. */
export function RoomsTaken({ rooms, isOpen }: { rooms: readonly RoomChoice[]; isOpen: boolean }) {
  if (rooms.length === 0) return null
  const [is, they] = rooms.length === 1 ? ['1 room is', 'it'] : [`${rooms.length} rooms are`, 'they']
  return (
    <details className="govuk-details" open={isOpen}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          {is} not free for all of that time: why {they} cannot be chosen
        </span>
      </summary>
      <div className="govuk-details__text">
        <ul className="govuk-list govuk-list--bullet">
          {rooms.map(({ id, name, hint }) => (
            <li key={id}>
              {name}: {hint.charAt(0).toLowerCase()}
              {hint.slice(1)}
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}
