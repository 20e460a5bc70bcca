import type { StepEvent } from '~/domain/nomination/lifecycle'
import type { Justification, LeftReason, Licence } from '~/domain/nomination/nomination'

/** A step of the demonstration's nominations, so many days ago, by whoever it is named by; by the provider unless told. */
interface StepSketch {
  event: StepEvent
  daysAgo: number
  leftReason?: LeftReason
  licence?: Licence
}

/** Somebody named for a run of a programme. */
export interface NominationSketch {
  /** The key of the case. */
  person: string
  programme: string
  /** In how many days its run begins, as the programme's sketch has it; null where one joins at any time. */
  startsIn: number | null
  daysAgo: number
  justification?: Justification
  /** Who acts for the programme. */
  provider: string
  steps: readonly StepSketch[]
}

const ALDERBECK = 'worker.alderbeck@example.org'
const STONECROP = 'worker.stonecrop@example.org'
const MARLPIT = 'worker.marlpit@example.org'

/** Women of Low Newton and men of Durham and Northumberland, in every state that a nomination can have. */
// prettier-ignore
export const NOMINATIONS: readonly NominationSketch[] = [
  { person: 'mother', programme: 'P23', startsIn: 14, daysAgo: 6, provider: MARLPIT, steps: [
    { event: 'begin_checks', daysAgo: 6 }, { event: 'give_place', daysAgo: 5 } ] },
  { person: 'remand', programme: 'P23', startsIn: 14, daysAgo: 2, provider: MARLPIT, steps: [] },
  { person: 'mother', programme: 'P07', startsIn: null, daysAgo: 25, provider: ALDERBECK, steps: [
    { event: 'begin_checks', daysAgo: 24 }, { event: 'give_place', daysAgo: 22 }, { event: 'start', daysAgo: 20 },
    { event: 'licence', daysAgo: 8, licence: 'used' } ] },
  { person: 'arson concern', programme: 'P01', startsIn: -21, daysAgo: 32, provider: ALDERBECK, steps: [
    { event: 'begin_checks', daysAgo: 31 }, { event: 'give_place', daysAgo: 28 }, { event: 'start', daysAgo: 14 } ] },
  { person: 'next week', programme: 'P03', startsIn: -18, daysAgo: 32, provider: ALDERBECK, steps: [
    { event: 'begin_checks', daysAgo: 30 }, { event: 'give_place', daysAgo: 29 }, { event: 'start', daysAgo: 12 },
    { event: 'complete', daysAgo: 8 } ] },
  { person: 'settled', programme: 'P03', startsIn: -18, daysAgo: 32, provider: ALDERBECK, steps: [
    { event: 'begin_checks', daysAgo: 30 }, { event: 'give_place', daysAgo: 29 },
    { event: 'leave', daysAgo: 20, leftReason: 'clash' } ] },
  { person: 'recall', programme: 'P07', startsIn: null, daysAgo: 3, justification: 'agreed', provider: ALDERBECK, steps: [] },
  { person: 'durham flat', programme: 'P04', startsIn: -49, daysAgo: 38, provider: STONECROP, steps: [
    { event: 'begin_checks', daysAgo: 37 }, { event: 'give_place', daysAgo: 36 }, { event: 'start', daysAgo: 34 } ] },
  { person: 'northumberland dog', programme: 'P14', startsIn: 30, daysAgo: 9, provider: ALDERBECK, steps: [
    { event: 'begin_checks', daysAgo: 8 }, { event: 'give_place', daysAgo: 7 } ] },
  { person: 'northumberland licence', programme: 'P04', startsIn: 33, daysAgo: 12, justification: 'supported', provider: STONECROP, steps: [
    { event: 'begin_checks', daysAgo: 11 }, { event: 'wait', daysAgo: 9 } ] },
]
