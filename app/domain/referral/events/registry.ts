import type { EventSpec } from './event-spec'
import { keepHolding } from './keep-holding/event'
import { takeBackOffer } from './take-back-offer/event'

/** The events that have a folder of their own. A new one is a folder, a line here, one in registry.server.ts, and a row of the lifecycle. */
export const EVENTS = { take_back_offer: takeBackOffer, keep_holding: keepHolding } as const satisfies Record<
  string,
  EventSpec
>

export type RegisteredEvent = keyof typeof EVENTS

export const REGISTERED_EVENTS = Object.keys(EVENTS) as readonly RegisteredEvent[]

/** One thing of every event of the registry, by the event: the part it has in a table of all events. */
export function ofEachEvent<Part>(pick: (spec: EventSpec) => Part): Readonly<Record<RegisteredEvent, Part>> {
  const parts = REGISTERED_EVENTS.map(event => [event, pick(EVENTS[event])])
  return Object.fromEntries(parts) as Record<RegisteredEvent, Part>
}
