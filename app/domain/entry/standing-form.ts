import { z } from 'zod'
import type { Day } from '../time/calendar'
import { optionalDayField } from '../time/day-field'
import { PAUSE_REASON_LABELS, type PauseReason } from '../service/paused'
import type { Standing } from './standing'

/** Pausing, closing and opening a service. Safe for the browser. */

export type StandingStep = 'pause' | 'close' | 'open'

/** The steps there are from a standing. */
export const STEPS: Readonly<Record<Standing, readonly StandingStep[]>> = {
  draft: ['close'],
  waiting: ['close'],
  open: ['pause', 'close'],
  paused: ['pause', 'open', 'close'],
  closed: ['open'],
}

export type PauseOrOpen =
  | { intent: 'pause'; pausedReason: PauseReason; pausedUntil: Day | null; pausedNote: string | null }
  | { intent: 'open' }

export type StandingChange = PauseOrOpen | { intent: 'close' }

const REASONS = Object.keys(PAUSE_REASON_LABELS) as [PauseReason, ...PauseReason[]]

/** Reads one of the two. Takes the day it is in London. */
export function standingForm(today: Day) {
  return z.discriminatedUnion('intent', [
    z.object({
      intent: z.literal('pause'),
      pausedReason: z.enum(REASONS, 'Choose why it is paused'),
      pausedUntil: optionalDayField('pausedUntil', { today }),
      pausedNote: z
        .string()
        .max(240, 'Write 240 characters or fewer')
        .optional()
        .transform(words => words ?? null),
    }),
    z.object({ intent: z.literal('open') }),
  ])
}
