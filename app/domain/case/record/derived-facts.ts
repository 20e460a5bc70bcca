import { bandOf } from '../../eligibility/facts-by-tier'
import type { PersonFacts } from '../../eligibility/facts'
import { addDays, addMonths, ageOn, agesIn, type Day, type DayWindow } from '../../time/calendar'
import type { CustodyStatus, ReleaseConfidence, Sex } from './person-case'

/** What a case says that a decision reads, besides the answers given topic by topic. */
export interface CaseBasics {
  sex: Sex
  custodyStatus: CustodyStatus
  releaseOn: Day | null
  releaseConfidence: ReleaseConfidence
  homeAuthority: string
}

type Derived = Pick<PersonFacts, 'sex' | 'ageBand' | 'release' | 'ageAtRelease' | 'status' | 'homeAuthority'>

const SEX_FACTS = { woman: 'female', man: 'male', unknown: 'unknown' } as const
/** How far a date that is only likely may be out, either way. */
const LIKELY_DAYS = 14
/** With no date, ages are those of the coming two years: an adult far from any limit is not asked for a date. */
const UNKNOWN_MONTHS = 24

/** The facts that follow from the case itself; they are worked out again whenever it changes. */
export function derivedFacts(basics: CaseBasics, dateOfBirth: Day, today: Day): Derived {
  const release = releaseWindow(basics, today)
  const ageAtRelease = agesIn(dateOfBirth, release ?? { from: today, to: addMonths(today, UNKNOWN_MONTHS) })
  return {
    sex: SEX_FACTS[basics.sex],
    ageBand: bandOf({ min: ageOn(dateOfBirth, release?.from ?? today), max: ageAtRelease.max }) ?? 'unknown',
    release,
    ageAtRelease,
    status: basics.custodyStatus,
    homeAuthority: homeFact(basics.homeAuthority),
  }
}

/** The days release may fall on: the day itself when firm, two weeks either side when likely (never in the past), else null. */
export function releaseWindow(
  basics: Pick<CaseBasics, 'releaseOn' | 'releaseConfidence'>,
  today: Day,
): DayWindow | null {
  const { releaseOn } = basics
  if (releaseOn === null) return null
  if (basics.releaseConfidence === 'firm') return { from: releaseOn, to: releaseOn }
  const to = addDays(releaseOn, LIKELY_DAYS)
  const from = addDays(releaseOn, -LIKELY_DAYS)
  return { from: from < today && today <= to ? today : from, to }
}

function homeFact(homeAuthority: string): string | null {
  if (homeAuthority === 'unknown') return null
  return homeAuthority === 'outside' ? 'outside_region' : homeAuthority
}
