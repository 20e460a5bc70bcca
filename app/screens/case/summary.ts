import type { PersonFacts } from '~/domain/eligibility/facts'
import type { Day } from '~/domain/time/calendar'
import { householdWords, releaseWords, wantedAreas } from '~/domain/case/record/case-in-words'
import type { ReleaseConfidence } from '~/domain/case/record/person-case'
import { arrivedWords } from '~/domain/referral/stay/released-early'

/** What stands in the bar above every page of a case. */
export interface CaseSummaryWords {
  caseId: string
  reference: string
  person: { name: string; prisonNumber: string } | null
  release: string
  household: string
  wants: string
}

interface SummarisedCase {
  id: string
  reference: string
  identity: { name: string; prisonNumber: string } | null
  releaseOn: Day | null
  releaseConfidence: ReleaseConfidence
  facts: PersonFacts
  /** The day she came to a place where she still is; null for none. */
  arrivedOn: Day | null
}

/** The case in a few words, for today. */
export function caseSummary(found: SummarisedCase, today: Day): CaseSummaryWords {
  const { id, reference, identity, releaseOn, releaseConfidence, facts, arrivedOn } = found
  return {
    caseId: id,
    reference,
    person: identity && { name: identity.name, prisonNumber: identity.prisonNumber },
    release:
      arrivedOn === null ? releaseWords(releaseOn, releaseConfidence, today) : arrivedWords(arrivedOn, today),
    household: householdWords(facts),
    wants: wantedAreas(facts),
  }
}
