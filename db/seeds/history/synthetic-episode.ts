import type { Episode, EpisodeReferral, Route } from '~/domain/unmet-need/episode'
import type { Day } from '~/domain/time/calendar'
import type { AGES } from './calibration'

/** An invented referral, with the days its steps were on, from which it could be played. */
export interface SyntheticReferral extends EpisodeReferral {
  /** The provider's first step, and the decision; null while there is none. */
  acknowledgedOn: Day | null
  decidedOn: Day | null
  /** Sent to a refuge. */
  isRefuge: boolean
}

/** An invented release, with what the table `episode` holds besides. */
export interface SyntheticEpisode extends Episode {
  /** The day its case would have been opened. */
  openedOn: Day
  custodyStatus: NonNullable<Episode['custodyStatus']>
  ageBand: keyof typeof AGES
  securedRoute: Route | null
  referrals: readonly SyntheticReferral[]
}
