import { formatDayLong, formatInstant, type Day } from '../time/calendar'
import { readyWords } from './free/last-day'

/** What came of a change to a service's vacancies. Safe for the browser. */
export type VacancyResult =
  /** `act` is what it did to claims, by which it can be taken back; none where it changed none. */
  | { ok: true; serviceId: string; act?: string }
  /** `until` is the day it is ready again, null when until further notice. */
  | { ok: false; reason: 'bedspace_taken'; until: Day | null }
  /** A room somebody has, or is promised: what for and until when, the first of these. */
  | { ok: false; reason: 'room_in_use'; kind: 'hold' | 'occupied'; until: Day | null }
  /** The name another room in use has. */
  | { ok: false; reason: 'name_taken'; name: string }
  /** A room for others than the service takes, which takes these alone. */
  | { ok: false; reason: 'room_for_others'; takes: string }
  /** Fewer beds than are promised or stayed in: how few there can be. */
  | { ok: false; reason: 'beds_promised'; beds: number; fewest: number }
  /** Not one name for each bed. */
  | { ok: false; reason: 'names_many'; names: number; beds: number }
  /** Two rooms that are alike and do not cost the same. */
  | { ok: false; reason: 'cost_unlike'; rooms: [string, string] }
  /** More expected than people are there by another route: how many. */
  | { ok: false; reason: 'more_than_taken'; most: number }
  /** Before the turnaround of somebody who leaves today is over. */
  | { ok: false; reason: 'more_too_soon'; earliest: Day }
  /** A count that needs more bedspaces than there are; `most` is how many can be free today. */
  | { ok: false; reason: 'count_grows'; bedspaces: number; most: number }
  /** What was to be taken back was changed again, or taken back: when, and by which colleague, if it was one. */
  | { ok: false; reason: 'changed_since'; at: string; by: string | null }
  | { ok: false; reason: PlainRefusal }

type PlainRefusal = keyof typeof VACANCY_REFUSALS

const VACANCY_REFUSALS = {
  not_found: 'There is no such bedspace or service.',
  different: 'This form was already sent with other answers. Open the page again and look at what was saved.',
  dates_invalid: 'Check the dates: the last must come after the first.',
  ends_before:
    'The stay itself ends by then: it is over, sure to end, or its bedspace is promised from a day before. Choose an earlier day, or say first until when it goes on.',
  held_for_referral: 'This claim belongs to a referral. Change it on the referral’s page.',
  stay_goes_on: 'Somebody stays there. Say when the person leaves or that the person has left.',
  left_already: 'The departure is recorded already. Say “still here” first if that was a mistake.',
  day_to_come: 'The day must be today or earlier. For a later day say that the person is leaving.',
  day_passed: 'The day must be today or later. Say “left” where the person has left.',
  slept_there: 'Somebody has been there since before today. Say “left today” where the person has left.',
  before_stay: 'The day must not be before the stay began.',
  promised:
    'A void or another stay claims the bedspace from a later day. Change that first, or choose an earlier day.',
  promised_to_referral:
    'The bedspace is promised to a referral for later days. “Not left: still here” on your vacancies says what follows for it before you save.',
  service_closed:
    'This service is closed: nothing is changed of its beds any more. Open it again first, where closing it was a mistake.',
  not_free: 'The bedspace is not free today: look at the board as it is now.',
  count_changed:
    'What is free has changed since you opened this page: look at what it says now, and save again if your count is right.',
  claim_over: 'That has ended already: look at the board as it is now.',
  count_untrue: 'What is claimed already does not let so many be free today: look at the board as it is now.',
  stale:
    'Somebody changed this room while you had the page open. Nothing of yours was saved: look at what it says now, and save again what is still right.',
  closes: 'This room closes for good. Keep it open on the page of the service’s rooms.',
  days_taken:
    'Something else claims some of these days. Nothing was changed: look at your vacancies, and at the service’s stays and voids that are over, and change that first.',
  claim_changed:
    'Somebody changed this while you had the page open. Nothing of yours was saved: look at what it says now.',
  move_planned:
    'The person is to move to another room. Record the move first, or call it off on the page of the stay in the other room.',
  move_off:
    'The move to this room was taken back: the person is in the room from which it was to be. Plan or record the move again on the page of that stay.',
  after_leaving:
    'The person is expected to have left by then. Choose an earlier day, or say first until when the stay goes on.',
  move_past: 'The day must be after today. Where the person has moved already, record the move instead.',
  moved_on: 'The person moved on to another room: change the stay there.',
  room_missing: 'Choose another room of this service, one that is in use.',
  is_counted: 'This service keeps a count. Give its beds names first, or say that it has more of them.',
  is_listed: 'This service lists its rooms: look at the list as it is now.',
  group_missing: 'Say whose beds you counted: this service counts them apart.',
  beds_changed:
    'How many beds there are has changed since you opened this page: look at what it says now, and save again if your number is right.',
  programme_rooms:
    'Nobody lives in a programme, so no room can be added to it. Add a run instead, on its own page.',
  room_closed: 'This room is closed already: look at the list as it is now.',
  room_open: 'This room is in use already: look at the list as it is now.',
  room_last: 'It is there already: look at the list as it is now.',
  count_invalid: 'The count must be a whole number from 0 to 200.',
} as const

type Refusal = Extract<VacancyResult, { ok: false }>

/** Refusals that say what stands in the way. */
const TOLD: {
  [Reason in Exclude<Refusal['reason'], PlainRefusal>]: (
    refusal: Extract<Refusal, { reason: Reason }>,
  ) => string
} = {
  bedspace_taken: ({ until }) =>
    `The bedspace is taken on some of these days, ${readyWords(until)}. Choose other dates`,
  room_in_use: inUseText,
  name_taken: ({ name }) => `Another room in use is called ${name}. Give this one another name`,
  room_for_others: ({ takes }) =>
    `This service takes ${takes} only, so none of its rooms can be for others. Choose that it is for whom the service takes, or change first in its policy whom it takes`,
  beds_promised: promisedText,
  names_many: ({ names, beds }) =>
    `You have ${beds} beds and gave ${names} names. Enter one name for each bed, one a line`,
  cost_unlike: ({ rooms }) =>
    `${rooms.join(' and ')} are alike and do not cost the same. Whoever is promised one of a count may get either: make their rent and charge the same first, or keep the list`,
  more_than_taken: ({ most }) =>
    `${most} ${most === 1 ? 'bedspace is' : 'bedspaces are'} taken by people who came by another route and may leave. Enter ${most} or fewer`,
  more_too_soon: ({ earliest }) =>
    `After the turnaround nothing more can be free before ${formatDayLong(earliest)}. Enter that day or a later one`,
  count_grows: growsText,
  changed_since: ({ at, by }) =>
    `That was taken back or changed since, ${[by && `by ${by}`, formatInstant(new Date(at))].filter(Boolean).join(', ')}. Nothing more was taken back: look at what it says now.`,
}

/** What to tell the provider whose change was refused. */
export function vacancyRefusalText(refusal: Refusal): string {
  if (isPlain(refusal)) return VACANCY_REFUSALS[refusal.reason]
  // Each is given the refusal of its own reason.
  return TOLD[refusal.reason](refusal as never)
}

function isPlain(refusal: Refusal): refusal is Extract<Refusal, { reason: PlainRefusal }> {
  return Object.hasOwn(VACANCY_REFUSALS, refusal.reason)
}

/** By what a room is taken, and until when: 'It is held for a referral, and ready from 28 April 2027. Choose that day or a later one'. */
function inUseText({ kind, until }: { kind: 'hold' | 'occupied'; until: Day | null }): string {
  const by = kind === 'hold' ? 'It is held for a referral' : 'Somebody stays there'
  if (until !== null) return `${by}, ${readyWords(until)}. Choose that day or a later one`
  const mend =
    kind === 'hold'
      ? 'Take the offer or the place back first'
      : 'Say first that the person has left, or the day that is sure'
  return `${by}, and nobody knows until when. ${mend}`
}

function promisedText({ beds, fewest }: { beds: number; fewest: number }): string {
  return `You have ${beds} ${beds === 1 ? 'bed' : 'beds'}, and people stay in ${fewest} of them or are promised them. Enter ${fewest} or more`
}

function growsText({ bedspaces, most }: { bedspaces: number; most: number }): string {
  const has = `You have ${bedspaces} ${bedspaces === 1 ? 'bedspace' : 'bedspaces'}`
  const ofWhich = most === bedspaces ? '' : `, of which ${most} can be free today`
  return `${has}${ofWhich}. Enter ${most === 0 ? '0' : `${most} or fewer`}, or say first that there are more beds`
}
