import { formatDayLong, londonDay, type Day } from '~/domain/time/calendar'
import { dayOrYear, timeAndDay } from '~/domain/time/near-time'
import { wasDayStay } from '~/domain/vacancy/stays/day-stay'
import type { ClaimChange, ClaimState } from '~/domain/vacancy/claims/claim-history.server'
import type { OwnClaim } from '~/domain/vacancy/claims/own-claim.server'
import { VOID_REASON_LABELS } from '~/domain/vacancy/vacancy'
import { labelOf } from '~/domain/words/codes'
import { inSentence } from '~/domain/words/english'

/** One claim in words, whatever became of it. Safe for the browser. */

const KIND_WORDS = { void: 'void', hold: 'hold', occupied: 'stay', turnaround: 'turnaround' } as const

/** What stands at the top of the page of a claim: 'Room 2: void, repair'. */
export function claimTitle({ kind, voidReason, bedspaceName, isDayStay }: OwnClaim): string {
  const title = `${bedspaceName}: ${isDayStay ? 'stay of one day' : KIND_WORDS[kind]}`
  return voidReason ? `${title}, ${inSentence(VOID_REASON_LABELS[voidReason])}` : title
}

/** What it is called in a sentence: 'this stay', and on the buttons that take it back. */
export function claimNoun({ kind }: OwnClaim): string {
  return KIND_WORDS[kind]
}

/** What it is, between which days, and how it stands. */
export function claimRows(claim: OwnClaim, changes: readonly ClaimChange[], today: Day) {
  const { bedspaceName, serviceName, from, active } = claim
  return [
    { key: 'Room', value: `${bedspaceName}, ${serviceName}` },
    { key: from > today || claim.movesHere !== null ? 'From' : 'Since', value: dayOrYear(from, today) },
    { key: 'Until', value: untilWords(claim, today) },
    { key: 'Recorded', value: recordedWords(changes[0]) },
    ...(active ? [] : [{ key: 'Now', value: claim.isDayStay ? DAY_STAY : NEVER_WAS }]),
  ]
}

const NEVER_WAS = 'Taken back, or freed before it began: it claims nothing'
const DAY_STAY = 'The person came and left on that day: no night is claimed'

/** Until when: 'Left on Fri 5 March', 'Up to Fri 5 March, when it is free again', 'Until further notice'. */
export function untilWords(claim: OwnClaim, today: Day): string {
  const { kind, until, leftOn, leaves, movedTo } = claim
  if (claim.movesHere !== null) return 'Still in another room: the move here is not recorded yet'
  if (claim.isToMove && leaves !== null) return toMoveWords(leaves.on, today)
  if (movedTo !== null && until !== null) return `${dayOrYear(until, today)}, then in another room`
  if (kind === 'occupied' && leftOn !== null) return `Left on ${dayOrYear(leftOn, today)}`
  if (kind === 'occupied' && leaves !== null) {
    const day = dayOrYear(leaves.on, today)
    if (leaves.mustEnd) return `Must end by ${day}: something else is promised after`
    return leaves.isSure ? `Leaving on ${day} (sure)` : `Leaving about ${day}`
  }
  if (until === null && kind === 'occupied')
    return claim.active ? 'Still here, and nobody knows for how long' : 'No departure is recorded'
  if (until === null) return 'Until further notice'
  return `Up to ${dayOrYear(until, today)}, when it is free again`
}

function toMoveWords(on: Day, today: Day): string {
  const day = dayOrYear(on, today)
  return on < today
    ? `Was to move to another room on ${day}: not recorded yet`
    : `${day}, then in another room`
}

function recordedWords(first: ClaimChange | undefined): string {
  if (!first || first.before !== null) return 'Before changes were kept'
  return `${formatDayLong(londonDay(first.at))}, ${byWords(first)}`
}

export interface ClaimLine {
  id: string
  at: string
  when: string
  what: string
  by: string
}

/** What became of it, the latest first. `rooms` are the names of the service's rooms, by id. */
export function claimHistory(
  changes: readonly ClaimChange[],
  rooms: ReadonlyMap<string, string>,
  now: Date,
): ClaimLine[] {
  return asOneStep(changes)
    .map((change, index) => ({
      id: `${change.act} ${index}`,
      at: change.at.toISOString(),
      when: timeAndDay(change.at, now),
      what: changeWords(change, rooms, londonDay(now)),
      by: byWords(change),
    }))
    .reverse()
}

/** A stay that becomes one of a day is released first, by the same act: nobody took it back, so both steps are told as one. */
function asOneStep(changes: readonly ClaimChange[]): ClaimChange[] {
  return changes.reduce<ClaimChange[]>((told, change) => {
    const last = told.at(-1)
    if (last?.act !== change.act || !wasDayStay(change.after)) return [...told, change]
    return [...told.slice(0, -1), { ...last, after: change.after }]
  }, [])
}

function byWords({ by, byClock }: ClaimChange): string {
  return by ?? (byClock ? 'by itself, when a limit passed' : 'the referrer’s side')
}

type Say = (state: ClaimState, rooms: ReadonlyMap<string, string>, today: Day) => string

/** A value that was one thing and is another, or what its change says as a whole. */
type PartWords = { label: string; say: Say } | { tell: (after: ClaimState) => string }

/** What may change of a claim, in the order in which it is said; of the others nobody types one. */
const PARTS: Readonly<Partial<Record<keyof ClaimState, PartWords>>> = {
  active: { tell: standsWords },
  bedspace_id: { label: 'Room', say: ({ bedspace_id: id }, rooms) => rooms.get(id) ?? 'another room' },
  void_reason: {
    label: 'Why',
    say: ({ void_reason: why }) =>
      why === null ? 'not stated' : inSentence(labelOf(VOID_REASON_LABELS, why)),
  },
  during: { label: 'Days', say: ({ during }, _, today) => rangeWords(during, today) },
  expected_until: {
    label: 'Expected to leave',
    say: ({ expected_until: on }, _, today) => dayWords(on, today),
  },
  leaving_sure: {
    tell: ({ leaving_sure: sure }) =>
      sure ? 'The day of leaving is sure' : 'The day of leaving is not sure any more',
  },
  must_end: {
    tell: ({ must_end: must }) =>
      must
        ? 'Must end then: something else is promised after'
        : 'Need not end then: nothing else is promised after',
  },
  left_on: {
    label: 'Left on',
    say: leftWords,
  },
  moved_to: {
    tell: ({ moved_to: to }) =>
      to === null ? 'Does not go on in another room any more' : 'Goes on in another room',
  },
  outstays: {
    tell: ({ outstays }) =>
      outstays
        ? 'Stays on into days promised to another'
        : 'Does not stay on into days promised to another any more',
  },
}

/** A stay of one day that is taken back has no departure any more, and no other sign of it. */
function leftWords({ active, left_on: on }: ClaimState, _: unknown, today: Day): string {
  if (on !== null) return dayOrYear(on, today)
  return active ? 'not recorded' : 'taken back'
}

function standsWords({ kind, ...state }: ClaimState): string {
  const { active } = state
  if (wasDayStay(state)) return 'Claims no night'
  if (kind === 'hold') return active ? 'Held again' : 'Not held any more'
  return active ? 'Put back' : 'Taken back'
}

function changeWords({ before, after }: ClaimChange, rooms: ReadonlyMap<string, string>, today: Day): string {
  if (before === null) return `Recorded: ${rangeWords(after.during, today)}`
  const said = Object.entries(PARTS).flatMap(([key, part]) => {
    if (before[key as keyof ClaimState] === after[key as keyof ClaimState]) return []
    if ('tell' in part) return [part.tell(after)]
    return [`${part.label}: ${part.say(before, rooms, today)} → ${part.say(after, rooms, today)}`]
  })
  return said.length > 0 ? said.join('; ') : 'Until when it is held changed'
}

/** '[2027-02-02,2027-02-20)': 'from Tue 2 February up to Sat 20 February'. */
function rangeWords(range: string, today: Day): string {
  const [, from = '', until = ''] = /^\[([^,]*),([^)]*)\)$/.exec(range) ?? []
  const since = `from ${dayOrYear(from, today)}`
  return until === '' ? since : `${since} up to ${dayOrYear(until, today)}`
}

function dayWords(day: string | null, today: Day): string {
  return day === null ? 'nobody knows' : dayOrYear(day, today)
}
