import { type Finish, programmeForCase } from '~/domain/programme/next-run'
import type { ProgrammeShown } from '~/domain/programme/programme-queries.server'
import type { Day, DayWindow } from '~/domain/time/calendar'
import { placesInWords, runInWords } from '~/screens/results/programme-in-words'

/** A programme's run for somebody who is released on a day, a line each. */
export interface RunForCase {
  /** 'Runs Tue 1 December to Thu 24 December (12 sessions in 4 weeks): 4 of 10 places left'. */
  run: string
  lastDay: string | null
  /** Whether she can finish: tells of the day of release, and is kept off paper. */
  finish: string
}

/** Nothing is said before the reason of what is not bound to prison. */
const FINISH: Readonly<Record<Finish, string | null>> = {
  in_time: 'Can be finished before release',
  perhaps: 'May not be finished before release',
  too_late: 'Cannot be finished before release',
  goes_on: null,
}

/** The run that suits best, its last day to refer and whether it can be finished. */
export function runForCase(programme: ProgrammeShown, release: DayWindow | null, today: Day): RunForCase {
  const suited = programmeForCase(programme, release, today)
  const { run, lastDay } = runInWords(suited, today)
  const places = suited.run ? `: ${placesInWords(suited.run)}` : ''
  return {
    run: `${run}${places}`,
    lastDay,
    finish: [FINISH[suited.finish], suited.why].filter(Boolean).join('. '),
  }
}
