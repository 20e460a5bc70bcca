import type { Day } from '../time/calendar'

/** How a woman left the prison, or did not. Only a release to the community is counted; the rest are counted apart. */
export type EndedAs = 'open' | 'released' | 'transferred' | 'deported' | 'died' | 'not_released'
export type Route = 'approved_route' | 'council' | 'cas' | 'own_home' | 'family' | 'other'
type YesNo = 'yes' | 'no'

/**
 * One release episode of one woman, as figures are counted from it (the table `episode`). Null is unknown or not recorded,
 * never "no". It holds no name, no number and no words.
 */
export interface Episode {
  id: string
  /** The same woman has the same key in all her episodes. */
  woman: string
  prisonCode: string
  /** Null where she stands on the list alone. */
  custodyStatus: 'sentenced' | 'remand' | 'recall' | null
  receivedOn: Day | null
  releasedOn: Day | null
  endedAs: EndedAs
  /** She stood on the prison's release list. */
  isListed: boolean
  /** The code of one of the 12, 'outside' or 'unknown'. */
  homeAuthority: string
  preferredAuthorities: readonly string[]
  /** The worst ever recorded; null where the housing question was never answered. */
  housingNeed: 'nowhere' | 'under_12_weeks' | 'none' | null
  hniaOn: Day | null
  securedBefore: YesNo | null
  firstNight: 'housed' | 'not_housed' | null
  firstNightRoute: Route | null
  isSafe: YesNo | null
  isSuitable: YesNo | null
  firstNightAuthority: string | null
  day91: 'settled' | 'not_settled' | 'custody' | 'unknown' | 'died' | 'deported' | null
  barriers: readonly string[]
  dateKnownOn: Day | null
  firstSubmittedOn: Day | null
  option28: 'some' | 'none' | null
  option5: 'some' | 'none' | null
  /** Codes of changes.ts: the single changes that would have given her an option 5 days before. Empty unless `option5` is 'none'. */
  wouldPlace: readonly string[]
  /** Codes of stated-criteria.ts: those that, each by itself, said no to her 5 days before. Empty where nobody looked. */
  turnedAway: readonly string[]
  councilTold: 'told' | 'not_told' | 'she_said_no' | null
  placedOn: Day | null
  placeEndedOn: Day | null
  placeEndedAs:
    | 'not_taken_up'
    | 'gate_arrest'
    | 'planned'
    | 'evicted'
    | 'abandoned'
    | 'recalled'
    | 'unsafe'
    | 'hospital'
    | 'died'
    | null
  referrals: readonly EpisodeReferral[]
}

export interface EpisodeReferral {
  submittedOn: Day
  outcome:
    'open' | 'declined' | 'expired' | 'refused' | 'withdrawn' | 'no_show' | 'arrived' | 'placed_elsewhere'
  /** 'category.reason', the primary first. */
  reasons: readonly string[]
  isWomenOnly: boolean
  /** Working days to the provider's first decision, without the referrer's waits; null while there is none. */
  workingDaysToDecision: number | null
  /** Whether every step was inside its limit; a step that still waits past it was not. Null while none says either. */
  withinLimits: boolean | null
}

/** A night of supply (the table `bed_night`), for one provision: women-only, or mixed. */
export interface BedNight {
  night: Day
  provision: 'women_only' | 'mixed'
  beds: number
  /** Of them, at services whose vacancies were fresh. */
  freshBeds: number
  /** Of those, free that night. */
  freshFree: number
}
