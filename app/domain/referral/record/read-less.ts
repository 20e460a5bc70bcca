import { mergeFacts, splitFacts } from '../../eligibility/facts-by-tier'
import { redactDecision } from '../../eligibility/redact'
import { type NotedChange, standingFor } from '../changes/standing-changes'
import type { LoadedCase } from '../../case/record/case-row.server'
import type { Decision } from '../../eligibility/decision'
import type { Side } from '../referral'
import type { HistoryLine } from './history-read.server'

/** A referral read as less than the viewer may read of the case. */

/** What of it a tier decides on. */
interface Readable {
  side: Side
  person: LoadedCase | null
  decision: Decision
  noted: readonly NotedChange[]
  history: readonly HistoryLine[]
  justification: string | null
  justificationTier: number | null
}

/** As the provider's triage reads it, whoever has it open. */
export function atTriage<Referral extends Readable>(referral: Referral): Referral {
  const { person, decision, side, noted, history, justification, justificationTier } = referral
  return {
    ...referral,
    tier: 1,
    person: person && {
      ...person,
      identity: null,
      custody: null,
      facts: mergeFacts({ triage: splitFacts(person.facts).triage }),
    },
    decision: redactDecision(decision, 1),
    standing: standingFor(side, 1, noted),
    justification: justificationTier === 1 ? justification : null,
    history: history.map(line => (line.noteTier === 1 ? line : { ...line, note: null })),
  }
}

/** With nothing of the person: that it was sent, when, and how it ended. */
export function withoutPerson<Referral extends Readable>(referral: Referral): Referral {
  const { decision, side, history } = referral
  return {
    ...referral,
    ...{ tier: 1, person: null, caseReference: null, justification: null },
    ...{ releaseOn: null, releaseUntil: null, releaseConfidence: null },
    decision: { outcome: decision.outcome, answers: [], missing: [] },
    ...{ noted: [], standing: standingFor(side, 1, []), withheld: [] },
    history: history.map(line => ({ ...line, note: null })),
  }
}
