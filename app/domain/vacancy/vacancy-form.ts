import { z } from 'zod'
import type { Day } from '../time/calendar'
import { dayField, optionalDayField } from '../time/day-field'
import { type Leaving, VOID_REASONS } from './vacancy'

/** The forms of a provider's vacancies. Safe for the browser. */

/** What becomes of a stay. `stays` takes back what was said of leaving, and a departure recorded by mistake. */
export type StayChange =
  /** `unslept`: nobody came, so that nothing is to be made ready. */
  | { kind: 'left'; on: Day; unslept?: boolean }
  | { kind: 'leaves'; leaves: Leaving }
  /** `unasked`: by one tap, which says nothing of what is promised behind. */
  | { kind: 'stays'; unasked?: boolean }

const BACK_TO = ['today', 'vacancies'] as const
const backTo = z.enum(BACK_TO).default('vacancies')

/** The buttons of one tap: what is true still; one bedspace taken, free again, left; taken by mistake; somebody still there after all. */
export const oneTapForm = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('confirm'), serviceId: z.uuid(), backTo }),
  z.object({ intent: z.literal('taken'), bedspaceId: z.uuid(), backTo }),
  z.object({ intent: z.literal('free'), claimId: z.uuid(), backTo }),
  z.object({ intent: z.literal('left'), claimId: z.uuid(), backTo }),
  z.object({ intent: z.literal('not_taken'), claimId: z.uuid(), backTo }),
  z.object({ intent: z.literal('stays'), claimId: z.uuid(), backTo }),
  z.object({ intent: z.literal('take_back'), act: z.uuid(), backTo }),
])
export type OneTap = z.output<typeof oneTapForm>

/**
 * A bedspace that cannot be used between days, and why; without a last day until further notice. Takes the day it is in
 * London: a first day long ago is a slip of the finger.
 */
export function voidForm(today: Day) {
  return z
    .object({
      reason: voidReason,
      fromOn: dayField('voidFrom', { today }),
      untilOn: optionalDayField('voidUntil', { today }),
    })
    .superRefine(endsAfterItBegins)
}

const voidReason = z.enum(VOID_REASONS, { error: 'Choose why the bedspace cannot be used' })

function endsAfterItBegins(
  { fromOn, untilOn }: { fromOn: Day; untilOn: Day | null },
  context: z.RefinementCtx,
): void {
  if (untilOn === null || untilOn > fromOn) return
  context.addIssue({
    code: 'custom',
    path: ['untilOn'],
    message: 'The day it is free again must come after the first day',
  })
}

/** Whatever may be said of one claim on its page; which of it is asked depends on what it is. Takes the day it is in London. */
export function claimForm(today: Day) {
  const facts = { today }
  return z.discriminatedUnion('intent', [
    z
      .object({
        intent: z.literal('void'),
        reason: voidReason,
        fromOn: dayField('claimFrom', facts),
        untilOn: optionalDayField('claimUntil', facts),
      })
      .superRefine(endsAfterItBegins),
    z.object({ intent: z.literal('ready'), readyOn: dayField('claimUntil', facts) }),
    z.object({ intent: z.literal('since'), sinceOn: dayField('staySince', facts) }),
    z.object({ intent: z.literal('left_on'), leftOn: dayField('departure', facts) }),
    z.object({
      intent: z.literal('move'),
      bedspaceId: z.uuid({ error: 'Choose the other room' }),
      movedOn: dayField('stayMoved', facts),
    }),
    z.object({ intent: z.literal('moved'), movedOn: dayField('departure', facts) }),
    z.object({ intent: z.literal('move_on'), movesOn: dayField('plannedMove', facts) }),
    z.object({ intent: z.literal('take_back') }),
    z.object({ intent: z.literal('put_back') }),
  ])
}

/** What may be said of a stay, in the order of the form. */
export const STAY_ANSWERS = {
  left: 'Has left',
  sure: 'Is leaving on a day that is sure',
  about: 'Is leaving about a day',
  stays: 'Still here, and nobody knows for how long',
} as const

/** What becomes of a stay: the day belongs to all answers but the last, which takes none. Takes the day it is in London. */
export function stayForm(today: Day) {
  const leaving = dayField('leaving', { today })
  // The stay that was shown: whoever is in the bedspace by now may be another.
  const shown = { claimId: z.uuid().nullable().default(null).catch(null) }
  return z
    .discriminatedUnion(
      'answer',
      [
        z.object({ ...shown, answer: z.literal('left'), day: dayField('departure', { today }) }),
        z.object({ ...shown, answer: z.literal('sure'), day: leaving }),
        z.object({ ...shown, answer: z.literal('about'), day: leaving }),
        z.object({ ...shown, answer: z.literal('stays'), day: noDay(today) }),
      ],
      { error: 'Choose what becomes of the stay' },
    )
    .transform(given => ({ claimId: given.claimId, change: changeOf(given) }))
}

/** Nobody who types a day means that there is none. What is typed is kept. */
function noDay(today: Day) {
  return optionalDayField('leaving', { today }).refine(day => day === null, {
    message: 'Clear the day, or choose that the person has left or is leaving on it',
  })
}

type GivenStay = { answer: 'stays' } | { answer: 'left' | 'sure' | 'about'; day: Day }

function changeOf(given: GivenStay): StayChange {
  if (given.answer === 'stays') return { kind: 'stays' }
  if (given.answer === 'left') return { kind: 'left', on: given.day }
  return { kind: 'leaves', leaves: { on: given.day, isSure: given.answer === 'sure' } }
}

/** What the next page says after a change. */
export const VACANCY_DONE = {
  confirm: 'Confirmed. Referrers see that your vacancies are right as of now',
  taken: 'Noted as taken',
  free: 'The bedspace is free again',
  left: 'The departure is recorded',
  not_taken: 'Taken back: it is free',
  stays: 'Noted: somebody stays there until you say otherwise',
  take_back: 'Taken back: it is as it was before',
  stay: 'What you said of the stay is saved',
  void: 'The void is recorded',
  count: 'The count is saved and confirmed',
} as const satisfies Record<OneTap['intent'] | 'void' | 'count' | 'stay', string>
