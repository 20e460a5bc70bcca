import { timeAndDay } from '~/domain/time/near-time'
import { ROOM_FIELDS } from '~/domain/vacancy/rooms/room'
import type { RoomChanged } from '~/domain/vacancy/rooms/room-changes.server'

/** What a room was in words, the latest first: 'Rent: £85 a week → £90 a week'. Safe for the browser. */
export function roomHistory(changes: readonly RoomChanged[], now: Date) {
  return changes.flatMap(({ id, at, by, before, after }) => {
    const what = Object.entries(ROOM_FIELDS).flatMap(([column, { label, say }]) =>
      column in after ? [`${label}: ${say(before[column])} → ${say(after[column])}`] : [],
    )
    if (what.length === 0) return []
    return [
      { id, at: at.toISOString(), when: timeAndDay(at, now), what: what.join('; '), by: by ?? 'by itself' },
    ]
  })
}
