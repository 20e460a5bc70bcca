import type { Policy } from '../eligibility/policy'
import type { Day } from '../time/calendar'
import type { ReferralRoute } from './service'

/** What people ring a service to ask, as anybody may read it. Null is "not stated", never "no". Safe for the browser. */
export interface AskedAbout {
  kind: string
  /** One lives there. */
  isHome: boolean
  takes: Pick<Policy, 'sex' | 'ageMin' | 'ageMax' | 'peopleFromPrison' | 'children' | 'couple' | 'pets'>
  /** The types of its bedspaces. */
  rooms: readonly string[]
  /** Pence a week. */
  rent: number | null
  charge: number | null
  /** Pence, once. */
  firstWeek: number | null
  /** How it is paid, in the provider's words. */
  payment: string | null
  staffing: string | null
  wheelchair: boolean | null
  languages: readonly string[]
  referralRoute: ReferralRoute
  outOfHoursPhone: string | null
  programme: AskedProgramme | null
  /** When somebody last verified whom it takes; null where nobody did. */
  checkedOn: Day | null
  /** When an editor last checked its entry: that says nothing of whom it takes. */
  assuredOn: Day | null
}

export interface AskedProgramme {
  audiences: readonly string[]
  deliveredIn: readonly string[]
  prisonCodes: readonly string[]
  /** It goes by runs, past ones included. */
  hasRuns: boolean
  /** The first run that still takes referrals, begun or to come. */
  run: { startsOn: Day; endsOn: Day; lastReferralOn: Day } | null
}
