import type { DecidedAnswer, Decision, Outcome } from '~/domain/eligibility/decision'
import { inSentence } from '~/domain/words/english'

/** How a person fits a service's policy, rule by rule, as far as the reader's tier lets the decision say. Safe for the browser. */

type FitAnswer = 'fits' | 'ask' | 'discuss' | 'does-not-fit'

export interface FitRow {
  rule: string
  /** 'Open to the named assessor' where the reader's tier does not reach it. */
  known: string
  why: string | null
  /** What the answer was when the person was referred, where it is another now. */
  was: string | null
  /** Fits, and the reader may not know why: one of many like it. */
  isClosed: boolean
  fit: FitAnswer
}

/** What else a reader knows of a decision. */
export interface FitSince {
  /** The decision on the day of the referral, where the one shown is of now. */
  then?: Decision
  /** Something changed that the reader may not read: all is of that day, but for what he may read and is marked. */
  isOfThatDay?: boolean
}

const RANK: Record<FitAnswer, number> = { 'does-not-fit': 0, discuss: 1, ask: 2, fits: 3 }

const WAS: Record<Outcome, string> = {
  not_applicable: 'Did not apply when referred',
  eligible: 'Fitted when referred',
  discuss: 'To discuss when referred',
  not_eligible: 'Did not fit when referred',
}

/** The rules that matter here, those that need a decision first; a criterion neither raised nor restricted is left out. */
export function fitRows({ answers }: Decision, since: FitSince = {}): FitRow[] {
  return answers
    .filter(answer => answer.outcome !== 'not_applicable')
    .map(answer => ({
      rule: answer.policy,
      known: knownOf(answer, since) ?? 'Open to the named assessor',
      why: whyOf(answer),
      was: wasOf(answer, since),
      isClosed: answer.known === null && answer.outcome === 'eligible',
      fit: fitOf(answer),
    }))
    .sort((a, b) => RANK[a.fit] - RANK[b.fit])
}

/** '9 fit, 1 to ask': the table in one line. */
export function fitSummary(rows: readonly FitRow[]): string {
  const count = (...fits: FitAnswer[]) => rows.filter(row => fits.includes(row.fit)).length
  const parts = [
    [count('does-not-fit'), 'does not fit', 'do not fit'],
    [count('ask', 'discuss'), 'to ask about', 'to ask about'],
    [count('fits'), 'fits', 'fit'],
  ] as const
  return parts
    .filter(([many]) => many > 0)
    .map(([many, one, more]) => `${many} ${many === 1 ? one : more}`)
    .join(', ')
}

function wasOf(answer: DecidedAnswer, { then, isOfThatDay }: FitSince): string | null {
  const before = answerThen(answer, then)
  if (!before || before.outcome === answer.outcome) return null
  const was = WAS[before.outcome]
  return isOfThatDay ? `Changed since: ${inSentence(was)}` : was
}

/** 'Low, now Very high' where the rest of the table is of the day of the referral. */
function knownOf(answer: DecidedAnswer, { then, isOfThatDay }: FitSince): string | null {
  const before = answerThen(answer, then)?.known ?? null
  const isBoth = isOfThatDay && before !== null && answer.known !== null && before !== answer.known
  return isBoth ? `${before}, now ${answer.known}` : answer.known
}

function answerThen({ criterion }: DecidedAnswer, then: Decision | undefined): DecidedAnswer | undefined {
  return then?.answers.find(answer => answer.criterion === criterion)
}

function fitOf({ outcome, missing }: DecidedAnswer): FitAnswer {
  if (outcome === 'eligible') return 'fits'
  if (outcome === 'not_eligible') return 'does-not-fit'
  return missing.length > 0 ? 'ask' : 'discuss'
}

/** Why it is not simply a yes; nothing where the reader may not know it, or where it repeats what is known. */
function whyOf({ outcome, reason, known }: DecidedAnswer): string | null {
  return outcome === 'eligible' || reason === known ? null : reason
}
