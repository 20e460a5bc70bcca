import { z } from 'zod'
import { JUSTIFICATIONS, LEFT_REASONS, LICENCE_LABELS, type NominationState, type Side } from './nomination'
import type { Day } from '../time/calendar'
import { codesOf } from '../words/codes'

/**
 * The lifecycle of a nomination, whole: states, events, who, what is required and the words (product.md, "The directory": nominated → checks →
 * place → started → completed, or left). Buttons, role checks and the tests come from it. Safe for the browser.
 */

export const STEP_EVENTS = {
  begin_checks: { said: 'Checks begun', done: 'The checks have begun' },
  give_place: { said: 'Place given', done: 'The place is given' },
  wait: { said: 'Put on the waiting list', done: 'The person is on the waiting list' },
  start: { said: 'Started', done: 'Noted: started' },
  complete: { said: 'Completed', done: 'Noted: completed' },
  change_run: { said: 'Run changed', done: 'The run is changed' },
  justify: { said: 'Why it was nominated all the same', done: 'What you said is saved' },
  leave: { said: 'Left', done: 'Noted: left' },
  licence: { said: 'Temporary licence', done: 'What you said of the licence is saved' },
  take_back: { said: 'Step taken back', done: 'The step is taken back' },
} as const
export type StepEvent = keyof typeof STEP_EVENTS

/**
 * What befalls the run somebody is named for, by whoever keeps the entry of the programme: nobody's step of the nomination. Who stands in
 * `goesBack` has checks behind, and no place any more: another run is to be given.
 */
export const RUN_EVENTS = {
  run_cancelled: { said: 'The run was cancelled', goesBack: ['waiting', 'place'] },
  run_restored: { said: 'The run is on again', goesBack: [] },
  run_arranged: { said: 'When or where the run is was changed', goesBack: [] },
  run_moved: { said: 'The dates of the run were changed', goesBack: [] },
} as const satisfies Record<string, { said: string; goesBack: readonly NominationState[] }>
export type RunEvent = keyof typeof RUN_EVENTS

/** What must be so, or be said, for a step. */
export type Requirement =
  'contact' | 'place' | 'on' | 'begun' | 'reason' | 'licence' | 'agreed' | 'run' | 'justification'

export interface Row {
  event: StepEvent
  by: readonly Side[]
  from: readonly NominationState[]
  /** `same`: it stays where it is. `before`: where the last step found it. */
  to: NominationState | 'same' | 'before'
  requires: readonly Requirement[]
  /** The words on the button. */
  wording: string
}

export const OPEN: readonly NominationState[] = ['nominated', 'checks', 'waiting', 'place', 'started']
const BOTH: readonly Side[] = ['officer', 'provider']

// prettier-ignore
const ROWS: readonly Row[] = [
  { event: 'begin_checks', by: ['provider'], from: ['nominated'],                     to: 'checks',    requires: [],                   wording: 'Start the checks' },
  { event: 'give_place',   by: ['provider'], from: ['checks'],                        to: 'place',     requires: ['on', 'contact', 'place'], wording: 'Checks done: give a place' },
  { event: 'give_place',   by: ['provider'], from: ['waiting'],                       to: 'place',     requires: ['on', 'contact', 'place'], wording: 'Give a place' },
  { event: 'wait',         by: ['provider'], from: ['checks'],                        to: 'waiting',   requires: ['on', 'contact'],          wording: 'Checks done: waiting list' },
  { event: 'start',        by: ['provider'], from: ['place'],                         to: 'started',   requires: ['on', 'contact', 'begun'], wording: 'Started' },
  { event: 'complete',     by: ['provider'], from: ['started'],                       to: 'completed', requires: [],                   wording: 'Completed' },
  { event: 'leave',        by: BOTH,         from: OPEN,                              to: 'left',      requires: ['reason'],           wording: 'Left' },
  // A reason can be corrected, a no said by mistake too; who took the agreement back is asked again only by a new nomination.
  { event: 'leave',        by: ['officer'],  from: ['left'],                          to: 'left',      requires: ['reason', 'agreed'], wording: 'Left' },
  // Another run: a place in the one before is free again, and is to be given anew.
  { event: 'change_run',   by: ['officer'],  from: ['nominated'],                     to: 'same',      requires: ['run'],              wording: 'Change the run' },
  { event: 'change_run',   by: ['officer'],  from: ['checks', 'waiting', 'place'],    to: 'checks',    requires: ['run'],              wording: 'Change the run' },
  { event: 'justify',      by: ['officer'],  from: OPEN,                              to: 'same',      requires: ['justification'],    wording: 'Save' },
  { event: 'licence',      by: BOTH,         from: ['place', 'started', 'completed'], to: 'same',      requires: ['licence'],          wording: 'Save' },
  { event: 'take_back',    by: BOTH,         from: [...OPEN, 'completed', 'left'],    to: 'before',    requires: [],                   wording: 'Take the last step back' },
]

/** The row by which a side may do something where a nomination stands; null where it may not. */
export function rowFor(side: Side, from: NominationState, event: StepEvent): Row | null {
  return ROWS.find(row => row.event === event && row.by.includes(side) && row.from.includes(from)) ?? null
}

/** Where a nomination stands, and when its run begins; null where it has none. */
interface Standing {
  state: NominationState
  startsOn: Day | null
  isRunCancelled: boolean
}

/** Steps that are one button, with nothing to say; nobody starts in a run that has not begun, or has a place in one that is cancelled. */
export function oneTapsFor(side: Side, { state, startsOn, isRunCancelled }: Standing, today: Day): Row[] {
  const hasBegun = startsOn === null || startsOn <= today
  return ROWS.filter(
    ({ by, from: froms, event, requires }) =>
      (hasBegun || !requires.includes('begun')) &&
      (!isRunCancelled || !requires.includes('on')) &&
      event !== 'take_back' &&
      by.includes(side) &&
      froms.includes(state) &&
      !requires.some(each => IS_SAID.includes(each)),
  )
}

/** What a form asks for. */
const IS_SAID: readonly Requirement[] = ['reason', 'licence', 'run', 'justification']

/** Reads a step as it is sent, by a tap or with what it asks. */
export const stepSchema = z.object({
  event: z.enum(codesOf(STEP_EVENTS)),
  leftReason: z.enum(codesOf(LEFT_REASONS)).nullable().default(null),
  licence: z.enum(codesOf(LICENCE_LABELS)).nullable().default(null),
  run: z.uuid().nullable().default(null),
  justification: z.enum(codesOf(JUSTIFICATIONS)).nullable().default(null),
  back: z.enum(['list', 'page']).default('page'),
})
