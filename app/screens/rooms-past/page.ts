import { londonDay, type Day } from '~/domain/time/calendar'
import { dayOrYear, timeAndDay } from '~/domain/time/near-time'
import type { OwnClaim } from '~/domain/vacancy/claims/own-claim.server'
import type { Room } from '~/domain/vacancy/rooms/own-rooms.server'
import { claimTitle, untilWords } from '~/screens/claim/page'
import { closedSince } from '~/screens/rooms/page'

/** What is over in the rooms of a service, in words. Safe for the browser. */

export interface PastLine {
  claimId: string
  /** 'Room 2: void, repair'. */
  what: string
  from: string
  /** 'Left on Fri 5 March', 'Up to Fri 5 March, when it is free again'; null of what claims nothing. */
  until: string | null
  /** 'Taken back or freed at 09:12 today': it claims nothing, and may be put back. */
  takenBack: string | null
  /** The referral it came by, where the viewer may read it. */
  referralId: string | null
}

/** One claim that is over, in the words of its page. */
export function pastLine(claim: OwnClaim, now: Date): PastLine {
  const today = londonDay(now)
  const { id, from, active, isDayStay, releasedAt, referralId } = claim
  const isTakenBack = !active && !isDayStay
  return {
    claimId: id,
    what: claimTitle(claim),
    from: dayOrYear(from, today),
    until: isTakenBack ? null : untilWords(claim, today),
    takenBack: isTakenBack
      ? `Taken back or freed${releasedAt ? ` at ${timeAndDay(releasedAt, now)}` : ''}`
      : null,
    referralId,
  }
}

/** Which rooms may be asked for alone: those that have names, each told from a closed one that was called the same. */
export function roomsToAskFor(rooms: readonly Room[], today: Day): { value: string; text: string }[] {
  const named = rooms.filter(room => room.named)
  if (named.length < 2) return []
  return named.map(room => ({
    value: room.id,
    text: room.retiredAt === null ? room.name : `${room.name}, ${closedSince(room, today)}`,
  }))
}
