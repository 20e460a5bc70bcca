import { z } from 'zod'
import { decline } from '../referral/events/decline/event'
import { REASON_NOTE_LIMIT } from '../referral/reasons'
import { noteField } from '../referral/events/note-field'

/** Closing a service, with what is declined by it. Safe for the browser. */

/** A referral or a nomination as it was ticked: which, and as it stood when the page was drawn. */
const TICK = z
  .string()
  .regex(/^[0-9a-f-]{36}\.\d{1,9}$/)
  .transform(tick => ({ id: tick.slice(0, 36), version: Number(tick.slice(37)) }))

function ticks(message: string) {
  return z.union([TICK.transform(one => [one]), z.array(TICK)], message).default([])
}

/** What a tick sends. */
export function tickOf(id: string, version: number): string {
  return `${id}.${version}`
}

/**
 * What is chosen at first: of the closed list the reason that is true for figures, for whoever was referred goes without a bed
 * (docs/decisions/0018-who-waits-for-a-house-that-closes.md).
 */
export const CLOSING_REASON = 'capacity.no_bed_in_area'

/** The reasons a provider declines for, by their heading. */
export const declineReasons = decline.reasons.map(({ code, category, label }) => ({
  value: code,
  text: category === label ? label : `${category}: ${label}`,
}))

export const closingForm = z
  .object({
    intent: z.literal('close'),
    decline: ticks('Tick the referrals from the list'),
    leave: ticks('Tick the nominations from the list'),
    primary: z.enum(decline.reasons.map(({ code }) => code)).optional(),
    note: noteField(REASON_NOTE_LIMIT),
  })
  .superRefine(({ decline: ticked, primary, note }, context) => {
    if (ticked.length === 0) return
    if (primary === undefined)
      context.addIssue({ code: 'custom', path: ['primary'], message: 'Choose the reason they are told' })
    if (primary?.endsWith('.other') && !note)
      context.addIssue({
        code: 'custom',
        path: ['note'],
        message: 'Say in a few words what the other reason is',
      })
  })
  .transform(({ intent, decline: declined, leave, primary, note }) => ({
    intent,
    ticked: declined.map(({ id, version }) => ({ referralId: id, version })),
    nominations: leave.map(({ id, version }) => ({ nominationId: id, version })),
    reasons: primary === undefined ? null : { primary, others: [], note },
  }))

export type Closing = z.output<typeof closingForm>
