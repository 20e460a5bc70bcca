import type { Day, DayWindow } from '../time/calendar'
import { type ProgrammeFacts, runsInsideOnly } from './programme-facts'
import { timeAnswer } from './rules/time'

/** A run as professionals are told of it: the public learns no number of places. */
export interface RunOnCard {
  startsOn: Day
  endsOn: Day
  /** The last day on which somebody can be named for it. */
  lastReferralOn: Day
  capacity: number
  /** Places that are not taken. */
  left: number
  waiting: number
}

/** How one gets on a programme: in a run that takes referrals, at any time where it has no runs, or not now. */
type Joining = 'run' | 'any_time' | 'closed'

/** What a card says of a programme. */
export interface ProgrammeOnCard {
  joining: Joining
  /** Null unless joining is by a run. */
  run: RunOnCard | null
  sessions: number | null
  weeks: number | null
}

/** Whether a person has the time: 'goes_on' is not bound to prison and needs no end before release. */
export type Finish = 'in_time' | 'perhaps' | 'too_late' | 'goes_on'

/** What a case's card says: the run nearest to suiting her, and whether she can finish, with the reason as a sentence. */
export interface ProgrammeForCase extends ProgrammeOnCard {
  finish: Finish
  why: string
}

/** What is read of a programme; its runs are in the order in which they start. */
interface Programme extends ProgrammeFacts {
  sessions: number | null
  weeks: number | null
  cohorts: readonly (RunOnCard & { isOpen: boolean })[]
}

const FINISH: Record<string, Finish> = {
  eligible: 'in_time',
  discuss: 'perhaps',
  not_eligible: 'too_late',
}

/**
 * A programme for somebody who is released on a day of `release`, null where no day is known: the run named is the first that
 * ends before, has a place and takes referrals; else one that ends before and is full; else the first that takes referrals.
 */
export function programmeForCase(
  programme: Programme,
  release: DayWindow | null,
  today: Day,
): ProgrammeForCase {
  const { outcome, reason } = timeAnswer(programme, release, today)
  const run = runFor(programme, release)
  return {
    ...sizeOf(programme),
    run: run ? shown(run) : null,
    finish: FINISH[outcome] ?? 'goes_on',
    why: outcome === 'not_applicable' ? unbound(programme) : reason,
  }
}

function runFor(programme: Programme, release: DayWindow | null) {
  const open = programme.cohorts.filter(each => each.isOpen)
  const isBound = runsInsideOnly(programme) && release !== null
  const inTime = isBound ? open.filter(each => each.endsOn <= release.to) : open
  return inTime.find(each => each.left > 0) ?? inTime[0] ?? open[0]
}

function unbound(programme: Programme): string {
  return runsInsideOnly(programme) ? 'It has no set length' : 'It goes on after release'
}

function sizeOf({ hasOpenCohort, sessions, weeks }: Programme) {
  const joining: Joining = hasOpenCohort === null ? 'any_time' : hasOpenCohort ? 'run' : 'closed'
  return { joining, sessions, weeks }
}

function shown({ startsOn, endsOn, lastReferralOn, capacity, left, waiting }: RunOnCard): RunOnCard {
  return { startsOn, endsOn, lastReferralOn, capacity, left, waiting }
}
