import { ANY_TIME } from '~/domain/nomination/nomination'
import { runAnswer } from '~/domain/nomination/run-answer'
import type { ProgrammeShown } from '~/domain/programme/programme-queries.server'
import { runTimeWords } from '~/domain/programme/run-time'
import { runsInsideOnly } from '~/domain/programme/programme-facts'
import { timeAnswer } from '~/domain/programme/rules/time'
import type { Day, DayWindow } from '~/domain/time/calendar'
import { dayOrYear } from '~/domain/time/near-time'
import { placesInWords } from '~/screens/results/programme-in-words'

export interface RunChoice {
  value: string
  text: string
  hint: string
}

/**
 * The runs that can be chosen, each with its places and whether she can finish. Those she cannot are left out, but where the programme does
 * not fit, and why is asked.
 */
export function runChoices(
  programme: ProgrammeShown,
  release: DayWindow | null,
  today: Day,
  { isAgainst = false }: { isAgainst?: boolean } = {},
): { choices: RunChoice[]; leftOut: number } {
  const isPossible = (id: string | null) => {
    const answer = runAnswer(programme, id, release, today)
    return answer.ok || (isAgainst && answer.reason === 'no_time')
  }
  if (programme.hasOpenCohort === null) {
    const hint = finishWords(programme, release, today)
    const text = 'At any time: it has no set runs'
    return isPossible(null)
      ? { choices: [{ value: ANY_TIME, text, hint }], leftOut: 0 }
      : { choices: [], leftOut: 1 }
  }
  const possible = programme.cohorts.filter(({ id }) => isPossible(id))
  return {
    choices: possible.map(run => ({
      value: run.id,
      text: `${dayOrYear(run.startsOn, today)} to ${dayOrYear(run.endsOn, today)}`,
      hint: [
        runTimeWords(run),
        run.place,
        placesInWords(run) + (run.left > 0 ? '' : ': the waiting list'),
        `Last day to nominate: ${dayOrYear(run.lastReferralOn, today)}`,
        finishWords({ ...programme, cohorts: [run] }, release, today),
      ]
        .filter(Boolean)
        .join('. '),
    })),
    leftOut: programme.cohorts.length - possible.length,
  }
}

/** Whether the run can be finished; outside prison nothing has to be before release. */
function finishWords(programme: ProgrammeShown, release: DayWindow | null, today: Day): string {
  const { outcome, reason } = timeAnswer(programme, release, today)
  if (outcome !== 'not_applicable') return reason
  return runsInsideOnly(programme) ? '' : 'It goes on after release'
}
