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
import { OPEN, RUN_EVENTS, STEP_EVENTS } from '~/domain/nomination/lifecycle'
import { RUN_TIME_PARTS, runTimeWords } from '~/domain/programme/run-time'
import { CANCEL_REASONS, type CancelReason } from '~/domain/programme/cancelled-run'
import type { Nomination, NominationStep } from '~/domain/nomination/nominations.server'
import type { Nominee } from '~/domain/nomination/nominees.server'
import { triageHeading } from '~/domain/referral/disclosure/triage'
import { releaseShown } from '~/domain/referral/disclosure/release-shown'
import { type Day, formatDayLong, formatInstant, isDay } from '~/domain/time/calendar'
import { dayOrYear } from '~/domain/time/near-time'
import { codesOf, labelOf } from '~/domain/words/codes'
import { listed, inSentence } from '~/domain/words/english'
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

type Changed = Pick<
  Nomination,
  'dateMoved' | 'state' | 'isRunCancelled' | 'isProgrammeClosed' | 'runMoved' | 'runArranged'
>

/** What the reader's side does about a run that is off, or a date that moved since, and that the programme has closed; null where none is so. */
export function changedWords(
  { dateMoved, state, isRunCancelled, isProgrammeClosed, runMoved, runArranged }: Changed,
  side: Side,
): string | null {
  if (isProgrammeClosed) return 'The programme has closed'
  if (!OPEN.includes(state)) return null
  if (isRunCancelled) return RUN_OFF[side]
  if (side === 'provider') return dateMoved === null ? null : 'The referrer has something to tell you: ring'
  const changes = [
    runMoved === null ? '' : 'the dates of the run were changed',
    runArranged === null ? '' : `${arrangedWords(runArranged)} of the run changed`,
    dateMoved === null ? '' : `the release date moved, and ${FINISH[dateMoved]}`,
  ].filter(Boolean)
  return changes.length === 0 ? null : `Changed since the person was nominated: ${changes.join('; ')}`
}

const RUN_OFF: Readonly<Record<Side, string>> = {
  officer: 'The run is cancelled: choose another, or say that the person has left',
  provider: 'The run is cancelled: the prison’s team chooses another',
}

type RunShown = Pick<Nomination, 'startsOn' | 'endsOn' | 'cancelledReason'>

/** 'Mon 7 December to Fri 18 December', or that it has no set runs; of one that is cancelled why. */
export function runWords({ startsOn, endsOn, cancelledReason }: RunShown, today: Day): string {
  if (startsOn === null || endsOn === null) return 'No set run'
  return `${dayOrYear(startsOn, today)} to ${dayOrYear(endsOn, today)}${cancelledWords(cancelledReason)}`
}

/** 'place/weekdays/place' → 'the days of the week and the place' */
function arrangedWords(parts: string): string {
  const said = new Set(parts.split('/'))
  return listed(codesOf(RUN_TIME_PARTS).flatMap(part => (said.has(part) ? [RUN_TIME_PARTS[part]] : [])))
}

/** When and where the run is, where it says so. */
export function runTimeRows({
  weekdays,
  timeOfDay,
  place,
}: Pick<Nomination, 'weekdays' | 'timeOfDay' | 'place'>) {
  const when = runTimeWords({ weekdays: weekdays ?? [], timeOfDay })
  return [
    ...(when === null ? [] : [{ key: 'When', value: when }]),
    ...(place === null ? [] : [{ key: 'Where', value: place }]),
  ]
}

function cancelledWords(reason: CancelReason | null): string {
  return reason === null ? '' : `, cancelled: ${inSentence(CANCEL_REASONS[reason])}`
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
  return steps.map(({ id, event, toState, detail, happenedAt, by, takenBackAt, takenBackBy, ...step }) => ({
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
          : EVENTS[event].said,
      event === 'run_cancelled' && detail ? `: ${inSentence(labelOf(CANCEL_REASONS, detail))}` : '',
      event === 'change_run' ? otherRunWords(step) : '',
      event === 'run_arranged' && detail ? `: ${arrangedWords(detail)}` : '',
      event === 'run_moved' && detail ? `, which was ${spanWords(detail)}` : '',
      event === 'leave' && detail ? `: ${labelOf(REASON_WORDS, detail)}` : '',
      event === 'justify' && detail ? `: ${labelOf(JUSTIFICATIONS, detail)}` : '',
      event === 'licence' && detail ? `: ${labelOf(LICENCE_LABELS, detail)}` : '',
      takenBackAt ? ` (taken back on ${formatInstant(takenBackAt)} by ${takenBackBy})` : '',
    ].join(''),
    by,
  }))
}

const EVENTS = { ...STEP_EVENTS, ...RUN_EVENTS }

/** Which run it was before, and which it is. */
function otherRunWords({ runBefore, runChosen }: Pick<NominationStep, 'runBefore' | 'runChosen'>): string {
  const chosen = runChosen === null ? '' : ` to ${called(runChosen)}`
  return chosen + (runBefore === null ? '' : `, from ${called(runBefore)}`)
}

function called(span: string): string {
  return `the run of ${spanWords(span)}`
}

/** '2027-02-08/2027-03-05' → '8 February 2027 to 5 March 2027' */
function spanWords(span: string): string {
  return span.split('/').filter(isDay).map(formatDayLong).join(' to ')
}

const REASON_WORDS = Object.fromEntries(
  Object.entries(LEFT_REASONS).map(([code, { words }]) => [code, words]),
)
