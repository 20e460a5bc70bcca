import type { BedNight, Episode } from '../episode'

/** What became of a parent's way to a programme, once it is over; 'open' until then. */
type FamilyOutcome = 'open' | 'completed' | 'left' | 'not_reached'

/** Why a parent was not reached, or left. */
export type FamilyReason =
  'no_place' | 'no_time' | 'no_programme' | 'released' | 'transferred' | 'choice' | 'security' | 'clash'

/** One mother in one prison, and the programmes offered to her there: what F1 to F6 are counted from. Codes and days only. */
export interface ProgrammeEpisode {
  woman: string
  /** The day she could first be reached: the year it lies in is the one she is counted in. */
  reachableOn: string
  /** Null where nobody recorded whether contact is permitted; such a parent is not counted. */
  contactPermitted: 'yes' | 'no' | null
  /** A programme that is offered there can be finished before her release. */
  hasTimeToFinish: boolean
  nominated: boolean
  started: boolean
  outcome: FamilyOutcome
  /** Null unless she was not reached, or left. */
  reason: FamilyReason | null
  /** Whether taking part needs a temporary licence (ROTL), and whether one was used. */
  rotl: 'not_needed' | 'used' | 'not_used'
  /** Children under 18 she is a parent of; null not known. */
  children: number | null
}

/** Everything figures are counted from. */
export interface CountedWorld {
  episodes: readonly Episode[]
  nights: readonly BedNight[]
  /** Left out while nobody records them: nothing is counted of families then. */
  programmes?: readonly ProgrammeEpisode[]
}
