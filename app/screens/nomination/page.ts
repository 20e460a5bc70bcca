import { prisonName } from '~/domain/area/region'
import {
  JUSTIFICATIONS,
  type NominationState,
  type Side,
  LEFT_REASONS,
  LICENCE_LABELS,
  NOMINATION_STATES,
} from '~/domain/nomination/nomination'
import { FINISH } from '~/domain/nomination/finish'
import { OPEN, STEP_EVENTS } from '~/domain/nomination/lifecycle'
import type { Nomination, NominationStep } from '~/domain/nomination/nominations.server'
import type { Nominee } from '~/domain/nomination/nominees.server'
import { triageHeading } from '~/domain/referral/disclosure/triage'
import { releaseShown } from '~/domain/referral/disclosure/release-shown'
import { type Day, formatInstant } from '~/domain/time/calendar'
import { dayOrYear } from '~/domain/time/near-time'
import { labelOf } from '~/domain/words/codes'
import type { HistoryEntry } from '~/ui/history'

/** 'Has a place', 'Left: Security'. */
export function standingWords({
  state,
  leftReason,
}: {
  state: NominationState
  leftReason: Nomination['leftReason']
}): string {
  return leftReason === null
    ? NOMINATION_STATES[state]
    : `${NOMINATION_STATES[state]}: ${LEFT_REASONS[leftReason].words}`
}

/** What the reader's side does about a release date that moved since; null where none did, or it ended. */
export function changedWords(
  { dateMoved, state }: Pick<Nomination, 'dateMoved' | 'state'>,
  side: Side,
): string | null {
  if (dateMoved === null || !OPEN.includes(state)) return null
  return side === 'officer'
    ? `Changed since the person was nominated: the release date moved, and ${FINISH[dateMoved]}`
    : 'The referrer has something to tell you: ring'
}

/** 'Mon 7 December to Fri 18 December', or that it has no set runs. */
export function runWords({ startsOn, endsOn }: Pick<Nomination, 'startsOn' | 'endsOn'>, today: Day): string {
  if (startsOn === null || endsOn === null) return 'No set run'
  return `${dayOrYear(startsOn, today)} to ${dayOrYear(endsOn, today)}`
}

/** '5 of 8 taken, 2 waiting'; null where there is no run. */
export function placesWords({
  capacity,
  taken,
  waiting,
}: Pick<Nomination, 'capacity' | 'taken' | 'waiting'>) {
  if (capacity === null) return null
  return `${taken} of ${capacity} taken${waiting ? `, ${waiting} waiting` : ''}`
}

/** Said as soon as it is so: a place may have been given before. */
const NO_CONTACT = 'Contact is not recorded as permitted: ring the prison’s team before the person comes'

/** Who it is, as the provider may read it. */
export function nomineeRows(nominee: Nominee | undefined, today: Day) {
  if (!nominee) return [{ key: 'Person', value: 'No longer readable' }]
  return [
    { key: 'Case', value: nominee.reference },
    { key: 'Who', value: triageHeading(nominee.facts) },
    { key: 'Prison', value: prisonName(nominee.prisonCode) },
    { key: 'Release', value: releaseShown(nominee, 1, today) },
    ...(nominee.contactIsClear ? [] : [{ key: 'Children', value: NO_CONTACT }]),
  ]
}

/** That it was made against the result, and why. */
export function justifiedRows({ justification }: Pick<Nomination, 'justification'>) {
  if (justification === null) return []
  return [
    {
      key: 'Nominated all the same',
      value: `The answer was that it does not fit. ${JUSTIFICATIONS[justification]}`,
    },
  ]
}

/** What happened, the latest first, in words. */
export function stepEntries(steps: readonly NominationStep[]): (HistoryEntry & { what: string })[] {
  return steps.map(({ id, event, toState, detail, happenedAt, by, takenBackAt, takenBackBy }) => ({
    id,
    when: formatInstant(happenedAt),
    at: happenedAt.toISOString(),
    what: [
      event === 'nominate'
        ? toState === 'left'
          ? 'Asked, and said no'
          : 'Nominated'
        : event === 'date_moved'
          ? 'The release date moved'
          : STEP_EVENTS[event].said,
      event === 'leave' && detail ? `: ${labelOf(REASON_WORDS, detail)}` : '',
      event === 'justify' && detail ? `: ${labelOf(JUSTIFICATIONS, detail)}` : '',
      event === 'licence' && detail ? `: ${labelOf(LICENCE_LABELS, detail)}` : '',
      takenBackAt ? ` (taken back on ${formatInstant(takenBackAt)} by ${takenBackBy})` : '',
    ].join(''),
    by,
  }))
}

const REASON_WORDS = Object.fromEntries(
  Object.entries(LEFT_REASONS).map(([code, { words }]) => [code, words]),
)
