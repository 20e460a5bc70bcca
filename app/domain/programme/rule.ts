import type { Criterion } from '../eligibility/decision'
import type { PersonFacts, Tier } from '../eligibility/facts'
import type { Answer } from '../eligibility/rule'
import type { Day } from '../time/calendar'
import type { ProgrammeFacts } from './programme-facts'

/** The programme as it stands to one person: the prison is the one she or he is held in. */
interface Asked {
  facts: PersonFacts
  programme: ProgrammeFacts
  prisonCode: string
  today: Day
}

/** One criterion that is asked of family and parenting programmes alone. */
export interface ProgrammeRule {
  criterion: Criterion
  title: string
  /** Who may read the reason, unless the answer names another tier. */
  tier: Tier
  decide(asked: Asked): Answer
}
