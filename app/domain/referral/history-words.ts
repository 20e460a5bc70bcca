import { londonDay, londonTime, relativeDay } from '../region/calendar'
import { dayOrYear } from '../region/near-time'
import { ofEachEvent } from './events/registry'
import { REQUEST_ITEM_LABELS, isRequestItem } from './referral'
import { reasonLabel } from './reasons'

/** What happened to a referral, in words of the past. Safe for the browser. */

interface Happened {
  id: string
  at: Date
  event: string
  byPerson: string | null
  byOrganisation: string | null
  codes: readonly string[]
  note: string | null
}

export interface HistoryWords {
  id: string
  at: string
  /** 'Today 09:12', 'Tue 24 November 14:05'. */
  when: string
  what: string
  by: string | null
  /** The reasons, or the items that were asked for. */
  details: string[]
  note: string | null
}

const TITLES: Readonly<Record<string, string>> = {
  submit: 'Referred',
  discard: 'Draft discarded',
  take_to_assess: 'Taken to assess',
  request_information: 'Information requested',
  answer_information: 'Information sent',
  book_assessment: 'Assessment booked',
  return_to_review: 'Returned to review',
  add_to_waiting_list: 'Added to the waiting list',
  reconfirm_waiting: 'Still on the waiting list',
  offer: 'Bedspace offered',
  extend_offer: 'Offer extended',
  accept: 'The person said yes',
  refuse: 'The person said no',
  expire: 'Offer expired',
  ask_approval: 'Waits for approval of the address',
  approve: 'Address approved',
  date_moved: 'Release date moved',
  changed: 'Changed since it was referred',
  reconfirm: 'Reconfirmed for the new date',
  arrive: 'Arrived',
  no_show: 'Did not arrive',
  depart: 'The stay ended',
  park: 'Parked',
  reopen: 'Reopened',
  close_elsewhere: 'Placed elsewhere',
  decline: 'Declined',
  withdraw: 'Withdrawn',
  ...ofEachEvent(({ happened }) => happened),
}

/** An event that happened: 'Bedspace offered'. An unknown one is shown as it is. */
export function historyTitle({ event }: { event: string }): string {
  return TITLES[event] ?? event
}

/** A line of the history for a reader on a day. */
export function historyWords(line: Happened, now: Date): HistoryWords {
  const { id, at, byPerson, byOrganisation, codes, note } = line
  return {
    id,
    at: at.toISOString(),
    when: whenWords(at, now),
    what: historyTitle(line),
    by: [byPerson, byOrganisation].filter(Boolean).join(', ') || null,
    details: codes.map(code => (isRequestItem(code) ? REQUEST_ITEM_LABELS[code] : reasonLabel(code))),
    note,
  }
}

function whenWords(at: Date, now: Date): string {
  const day = londonDay(at)
  const near = relativeDay(day, londonDay(now))
  const shown =
    near === 'today' ? 'Today' : near === 'yesterday' ? 'Yesterday' : dayOrYear(day, londonDay(now))
  return `${shown} ${londonTime(at)}`
}
