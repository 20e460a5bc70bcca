import { z } from 'zod'
import { codesOf } from '../words/codes'

/** The words of a nomination to a family programme. Safe for the browser. */

export const NOMINATION_STATES = {
  nominated: 'Nominated',
  checks: 'Checks under way',
  waiting: 'On the waiting list',
  place: 'Has a place',
  started: 'Started',
  completed: 'Completed',
  left: 'Left',
} as const
export type NominationState = keyof typeof NOMINATION_STATES

/** Who acts on a nomination: the prison's team, or the programme's provider. */
export type Side = 'officer' | 'provider'

/** Why somebody left, or was not reached, and whose it is to say. */
export const LEFT_REASONS = {
  released: { words: 'Released', by: ['officer', 'provider'] },
  transferred: { words: 'Moved to another prison', by: ['officer', 'provider'] },
  choice: { words: 'Own choice', by: ['officer', 'provider'] },
  security: { words: 'Security', by: ['officer', 'provider'] },
  clash: { words: 'It clashes with something else', by: ['officer', 'provider'] },
  no_place: { words: 'No place in the run', by: ['provider'] },
  no_time: { words: 'Not enough time to finish', by: ['officer', 'provider'] },
  agreement: { words: 'The agreement was taken back: the provider reads no more', by: ['officer'] },
  mistake: { words: 'Nominated by mistake', by: ['officer'] },
  // Written when a case closes otherwise than by a release or a move: why is the prison's own.
  closed: { words: 'The prison’s team closed the case', by: [] },
} as const satisfies Record<string, { words: string; by: readonly Side[] }>
export type LeftReason = keyof typeof LEFT_REASONS

export const LICENCE_LABELS = {
  used: 'A temporary licence (ROTL) was used',
  not_used: 'No temporary licence (ROTL) was used',
} as const
export type Licence = keyof typeof LICENCE_LABELS

export const AGREED_LABELS = {
  yes: 'Yes',
  no: 'No: nobody is sent it, and it counts as not reached by choice',
} as const

/** Why somebody is nominated although the answer was that the programme does not fit. */
export const JUSTIFICATIONS = {
  agreed: 'The programme said by phone that it will look at it',
  outdated: 'An answer it turns on is wrong or out of date, and is being put right',
  supported: 'Others who work with the person support it: the programme may ring',
  other: 'Something no rule asks speaks for it: the programme may ring',
} as const
export type Justification = keyof typeof JUSTIFICATIONS

/** The run chosen where a programme has none. */
export const ANY_TIME = 'any_time'
const RUN = z.union([z.literal(ANY_TIME), z.uuid()], { error: 'Choose a run' })

/** Reads the officer's form. */
export const nominateSchema = z.object({
  run: RUN,
  agreed: z.enum(codesOf(AGREED_LABELS), { error: 'Choose yes or no, as the person said' }),
  justification: z.enum(codesOf(JUSTIFICATIONS)).nullable().default(null),
})

/** The reasons a side may give. */
export function reasonsOf(side: Side): LeftReason[] {
  return codesOf(LEFT_REASONS).filter(code => (LEFT_REASONS[code].by as readonly Side[]).includes(side))
}

/** Which side somebody who may act on nominations is on. */
export function sideOf({ role }: { role: string }): Side {
  return role === 'officer' ? 'officer' : 'provider'
}
