import type { Criterion, DecidedAnswer, Decision, Outcome } from '../../eligibility/decision'
import type { Tier } from '../../eligibility/facts'

/** What changed between two decisions about one person and one service. Pure; safe for the browser. */

/** An answer as it was, or is. `known` and `reason` are words of the tier of the change. */
interface AnswerThen {
  outcome: Outcome
  known: string | null
  reason: string | null
}

/** Why an answer is another: what was saved of the person, when the release date moved, or when the service wrote its policy. */
export type ChangeCause = 'fact' | 'date' | 'policy'

/** One criterion, or the whole, whose outcome differs. */
export interface Change {
  criterion: Criterion | 'overall'
  title: string
  /** The lowest tier at which both the answer before and the answer after may be read. */
  tier: Tier
  before: AnswerThen
  after: AnswerThen
}

const NO_ANSWER: AnswerThen = { outcome: 'not_applicable', known: null, reason: null }

/** The criteria whose outcome differs, in the order of the table, the whole last. A reason that differs alone is no change. */
export function compareDecisions(before: Decision, after: Decision): Change[] {
  const titles = new Map(
    [...before.answers, ...after.answers].map(({ criterion, title }) => [criterion, title]),
  )
  const changes = [...titles].flatMap(([criterion, title]): Change[] => {
    const then = before.answers.find(answer => answer.criterion === criterion)
    const now = after.answers.find(answer => answer.criterion === criterion)
    const outcomes = [then, now].map(answer => answer?.outcome ?? 'not_applicable')
    if (outcomes[0] === outcomes[1]) return []
    return [{ criterion, title, tier: tierOf(then, now), before: answerThen(then), after: answerThen(now) }]
  })
  return before.outcome === after.outcome ? changes : [...changes, overall(before, after)]
}

/** A change that leads to the answer a decision has now, of a tier at which that may be read as well. */
export function leadingTo(decision: Decision, change: Change): Change {
  if (change.criterion === 'overall') return { ...change, after: wholeThen(decision) }
  const now = decision.answers.find(({ criterion }) => criterion === change.criterion)
  return { ...change, tier: Math.max(change.tier, tierOf(now)) as Tier, after: answerThen(now) }
}

/** The changes of `all` that stand among `told` with the same outcome: what is left is the referring team's alone. */
export function silentAmong(all: readonly Change[], told: readonly Change[]): Change[] {
  return all.filter(
    change =>
      !told.some(each => each.criterion === change.criterion && each.after.outcome === change.after.outcome),
  )
}

function tierOf(...answers: (DecidedAnswer | undefined)[]): Tier {
  const tiers = answers.flatMap(answer => (answer ? [answer.tier, answer.knownTier] : []))
  return Math.max(1, ...tiers) as Tier
}

function answerThen(answer: DecidedAnswer | undefined): AnswerThen {
  if (!answer) return NO_ANSWER
  const { outcome, known, reason, toProvider } = answer
  return { outcome, known, reason: toProvider ?? reason }
}

function overall(before: Decision, after: Decision): Change {
  return {
    criterion: 'overall',
    title: 'Altogether',
    tier: 1,
    before: wholeThen(before),
    after: wholeThen(after),
  }
}

function wholeThen({ outcome }: Decision): AnswerThen {
  return { outcome, known: null, reason: null }
}
