import type { Day, DayWindow } from '../time/calendar'
import type { ProgrammeFacts } from './programme-facts'
import { runsInsideOnly } from './programme-facts'
import { timeAnswer } from './rules/time'

/** A run as anyone may be told of it: no number of places. */
export interface PublicRun {
  startsOn: Day
  endsOn: Day
  /** The last day on which somebody can be named for it. */
  lastReferralOn: Day
}

/** The same for professionals. */
export interface RunForProfessionals extends PublicRun {
  capacity: number
  /** Places that are not taken. */
  left: number
  waiting: number
}

/** How one gets on a programme: in a run that takes referrals, at any time where it has no runs, or not now. */
type Joining = 'run' | 'any_time' | 'closed'

/** What a card says of a programme, to the public with its runs as they may know them. */
export interface ProgrammeOnCard<Run extends PublicRun = PublicRun> {
  joining: Joining
  /** Null unless joining is by a run. */
  run: Run | null
  sessions: number | null
  weeks: number | null
}

/** Whether a person has the time: 'goes_on' is not bound to prison and needs no end before release. */
export type Finish = 'in_time' | 'perhaps' | 'too_late' | 'goes_on'

/** What a case's card says: the run nearest to suiting her, and whether she can finish, with the reason as a sentence. */
export interface ProgrammeForCase extends ProgrammeOnCard<RunForProfessionals> {
  finish: Finish
  why: string
}

/** What is read of a programme; its runs are in the order in which they start. */
interface Programme extends ProgrammeFacts {
  sessions: number | null
  weeks: number | null
  cohorts: readonly (RunForProfessionals & { isOpen: boolean })[]
}

const FINISH: Record<string, Finish> = {
  eligible: 'in_time',
  discuss: 'perhaps',
  not_eligible: 'too_late',
}

/** A programme for everybody's eyes: its first run that takes referrals. */
export function programmeOnCard(programme: Programme): ProgrammeOnCard {
  const run = programme.cohorts.find(each => each.isOpen)
  return { ...sizeOf(programme), run: run ? publicRun(run) : null }
}

/** A programme for professionals, nobody in particular in mind. */
export function programmeForProfessionals(programme: Programme): ProgrammeOnCard<RunForProfessionals> {
  const run = programme.cohorts.find(each => each.isOpen)
  return { ...sizeOf(programme), run: run ? withPlaces(run) : null }
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
    run: run ? withPlaces(run) : null,
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

function publicRun({ startsOn, endsOn, lastReferralOn }: PublicRun): PublicRun {
  return { startsOn, endsOn, lastReferralOn }
}

function withPlaces({ capacity, left, waiting, ...run }: RunForProfessionals): RunForProfessionals {
  return { ...publicRun(run), capacity, left, waiting }
}
