import { dayOrYear } from '~/domain/time/near-time'
import { londonDay, type Day } from '~/domain/time/calendar'
import type { OwnBedspace } from '~/domain/vacancy/own/own-bedspaces.server'
import type { Room } from '~/domain/vacancy/rooms/own-rooms.server'
import { roomLine } from '~/domain/vacancy/rooms/room'
import { stateWords } from '~/screens/vacancies/state-in-words'

/** A service's rooms in words. Safe for the browser. */

export interface RoomWords {
  id: string
  name: string
  /** 'Shared, women, £85 a week'. */
  facts: string
  note: string | null
  /** 'free', 'occupied, leaving about Sat 9 January'; of a closed one since when. */
  today: string
  isFree: boolean
  /** 'closes for good on Fri 4 December'; null where nothing is said. */
  closes: string | null
}

interface Found {
  service: { id: string; name: string }
  rooms: readonly Room[]
  states: ReadonlyMap<string, Pick<OwnBedspace, 'today' | 'isFree'>>
}

/** Rooms in use in the order of the list, then those that were closed. */
export function roomsPage({ service, rooms, states }: Found, today: Day) {
  const inUse = rooms.filter(room => room.retiredAt === null)
  return {
    serviceId: service.id,
    name: service.name,
    isCounted: inUse.length > 0 && inUse.every(room => !room.named),
    rooms: inUse.map(room => inUseWords(room, states.get(room.id) ?? null, today)),
    closed: rooms.filter(room => room.retiredAt !== null).map(room => closedWords(room, today)),
  }
}

function inUseWords(room: Room, state: Pick<OwnBedspace, 'today' | 'isFree'> | null, today: Day): RoomWords {
  const { closesOn } = room
  return {
    ...wordsOf(room),
    today: state ? todayWords(state, today) : 'free',
    isFree: state?.isFree ?? true,
    closes: closesOn && `closes for good on ${dayOrYear(closesOn, today)}`,
  }
}

/** Empty with something that claims it too soon is not free. */
function todayWords({ today: state, isFree }: Pick<OwnBedspace, 'today' | 'isFree'>, today: Day): string {
  return state.kind === 'free' && !isFree ? 'empty, claimed too soon to be free' : stateWords(state, today)
}

function closedWords(room: Room, today: Day): RoomWords {
  return {
    ...wordsOf(room),
    today: closedSince(room, today),
    isFree: false,
    closes: null,
  }
}

/** 'closed since Fri 4 December'. */
export function closedSince({ closesOn, retiredAt }: Room, today: Day): string {
  const since = closesOn ?? (retiredAt && londonDay(retiredAt))
  return since ? `closed since ${dayOrYear(since, today)}` : 'closed'
}

function wordsOf(room: Room) {
  return { id: room.id, name: room.name, facts: roomLine(room), note: room.note }
}
