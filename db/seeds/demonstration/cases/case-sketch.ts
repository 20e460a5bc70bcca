import type { CustodyStatus, ReleaseConfidence, ReleaseType, Sex } from '~/domain/case/record/person-case'
import type { PersonFacts } from '~/domain/eligibility/facts'

/** One invented person's case. Days count from today. Nobody of this name was asked, or exists. */
export interface CaseSketch {
  key: string
  officer: string
  prisonNumber: string
  name: string
  born: string
  sex: Sex
  custodyStatus: CustodyStatus
  releaseIn: number | null
  releaseConfidence: ReleaseConfidence
  releaseType: ReleaseType
  home: string
  facts: Partial<PersonFacts>
}
