import { CHECKS } from '~/domain/outcome/check-questions'
import type { CheckState } from '~/domain/outcome/check-states'
import type { Day } from '~/domain/time/calendar'
import { inSentence } from '~/domain/words/english'
import { checkAddress, standingWords } from '~/screens/case/check-words'
import type { QueuedCase } from './facts.server'

/** Something to be done next about a case; `to` is null for what cannot be done yet. */
export interface NextStep {
  text: string
  /** How it stands: 'due today', 'from Tue 9 March'. */
  stands: string | null
  to: string | null
  /** Said after the text to who hears it, without the name: 'for places for', 'of'. */
  about: string
}

/**
 * What is next for a case, the one place that says so: every check that is due, then a place to be found for who is still looking; where there is
 * neither, the check that comes next.
 */
export function nextSteps(
  { id, arrivedOn, due, checks }: Pick<QueuedCase, 'id' | 'arrivedOn' | 'due' | 'checks'>,
  today: Day,
): NextStep[] {
  const search = { text: 'Search', stands: null, to: `/cases/${id}/search`, about: 'for places for' }
  const steps = [
    ...due.map(state => checkStep(state, today, checkAddress(id, state.kind))),
    ...(arrivedOn === null ? [search] : []),
  ]
  if (steps.length > 0) return steps
  const coming = soonest(checks)
  return coming ? [checkStep(coming, today, null)] : []
}

function checkStep(state: CheckState, today: Day, to: string | null): NextStep {
  return {
    text: CHECKS[state.kind].title,
    stands: inSentence(standingWords(state, today)),
    to,
    about: 'of',
  }
}

/** The first that can be recorded on a day that is known. */
function soonest(checks: readonly CheckState[]): CheckState | undefined {
  return checks
    .filter(({ standing, from }) => standing === 'not_yet' && from !== null)
    .toSorted((one, other) => (one.from ?? '').localeCompare(other.from ?? ''))[0]
}
