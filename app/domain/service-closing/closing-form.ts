import { z } from 'zod'
import { decline } from '../referral/events/decline/event'
import { REASON_NOTE_LIMIT } from '../referral/reasons'
import { noteField } from '../referral/events/note-field'

/** Closing a service, with what is declined by it. Safe for the browser. */

/** A referral as it was ticked: which, and as it stood when the page was drawn. */
const TICK = z
  .string()
  .regex(/^[0-9a-f-]{36}\.\d{1,9}$/)
  .transform(tick => ({ referralId: tick.slice(0, 36), version: Number(tick.slice(37)) }))

/** What a tick sends. */
export function tickOf({ referralId, version }: { referralId: string; version: number }): string {
  return `${referralId}.${version}`
}

/** The reasons a provider declines for, by their heading. */
export const declineReasons = decline.reasons.map(({ code, category, label }) => ({
  value: code,
  text: category === label ? label : `${category}: ${label}`,
}))

export const closingForm = z
  .object({
    intent: z.literal('close'),
    decline: z
      .union([TICK.transform(one => [one]), z.array(TICK)], 'Tick the referrals from the list')
      .default([]),
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
  .transform(({ intent, decline: ticked, primary, note }) => ({
    intent,
    ticked,
    reasons: primary === undefined ? null : { primary, others: [], note },
  }))

export type Closing = z.output<typeof closingForm>
