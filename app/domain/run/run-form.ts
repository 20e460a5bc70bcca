import { z } from 'zod'
import { entryForm } from '../entry/read-field'
import type { EntryField } from '../entry/field'
import { CANCEL_REASONS } from '../programme/cancelled-run'
import type { RunTime } from '../programme/run-time'
import { addMonths, type Day } from '../time/calendar'
import { asksForTick, tickedDayField } from '../time/day-field'
import { said } from '../time/span'
import { WEEKDAYS } from '../time/week-words'
import { codesOf } from '../words/codes'

/** A run of a programme, as it is asked. Safe for the browser. */

const PLACE: EntryField = {
  name: 'place',
  label: 'Where it is',
  hint: 'Like “Chapel, HMP Durham” or “Elm Hall, Wallsend”. Anybody can read it',
  kind: 'line',
  most: 120,
}

const RUN_FIELDS: readonly EntryField[] = [
  {
    name: 'startsOn',
    label: 'First day',
    kind: 'day',
    span: 'runStarts',
    missing: 'Enter the first day of the run',
  },
  {
    name: 'endsOn',
    label: 'Last day',
    kind: 'day',
    span: 'runEnds',
    missing: 'Enter the last day of the run',
  },
  {
    name: 'lastReferralOn',
    label: 'Last day to nominate somebody for it',
    kind: 'day',
    span: 'runReferBy',
    missing: 'Enter the last day to nominate',
  },
  { name: 'weekdays', label: 'Days of the week', kind: 'several', choices: WEEKDAYS },
  { name: 'timeOfDay', label: 'Time at which a session begins', hint: 'Like 9:30am or 14:00', kind: 'clock' },
  PLACE,
  {
    name: 'capacity',
    label: 'Places in all',
    kind: 'number',
    from: 1,
    to: 500,
    unit: 'places',
    missing: 'Enter how many places the run has',
  },
  {
    name: 'takenElsewhere',
    label: 'Places taken by people who came another way',
    hint: 'Places given here are counted by themselves',
    kind: 'number',
    from: 0,
    to: 500,
    unit: 'places',
  },
  {
    name: 'waitingElsewhere',
    label: 'Waiting, and came another way',
    kind: 'number',
    from: 0,
    to: 500,
    unit: 'people',
  },
  {
    name: 'reachChildren',
    label: 'Children it reaches',
    hint: 'How many children those on the run have contact with, as far as you know',
    kind: 'number',
    from: 0,
    to: 5000,
    unit: 'children',
  },
]

/** What is asked of a run: of a service whose places are hidden no run says where it is. */
export function runFields({ confidential }: { confidential: boolean }): readonly EntryField[] {
  return confidential ? RUN_FIELDS.filter(field => field !== PLACE) : RUN_FIELDS
}

/** What is said of a run; a number that was left empty is none, of children that nobody stated one. */
export interface RunAnswers extends RunTime {
  weekdays: number[]
  startsOn: Day
  endsOn: Day
  lastReferralOn: Day
  capacity: number
  takenElsewhere: number
  waitingElsewhere: number
  reachChildren: number | null
}

/** What is unusual about the last day to nominate, beside the first day of the run; null where nothing is. */
function lateOrEarly({ startsOn, lastReferralOn }: Pick<RunAnswers, 'startsOn' | 'lastReferralOn'>) {
  if (lastReferralOn > startsOn) return `${said(lastReferralOn)} is after the run has begun.`
  return lastReferralOn < addMonths(startsOn, -MOST_MONTHS_BEFORE)
    ? `${said(lastReferralOn)} is more than ${MOST_MONTHS_BEFORE} months before the run begins.`
    : null
}

const MOST_MONTHS_BEFORE = 3

/** Reads the form of a run. Takes the day it is in London. */
export function runForm(today: Day, asked: { confidential: boolean }) {
  const form = entryForm(runFields(asked), today).extend({
    lastReferralOn: tickedDayField('runReferBy', { today }),
  })
  return form.transform((typed, context): RunAnswers => {
    const { day: lastReferralOn, sure } = typed.lastReferralOn as { day: Day; sure?: string }
    // Every field has been read by its row; a number left empty is null.
    const run = { ...typed, lastReferralOn } as unknown as RunAnswers
    const question = lateOrEarly(run)
    const refuse = (field: keyof RunAnswers, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message })
    if (run.endsOn < run.startsOn) refuse('endsOn', 'The last day must be the first day or later')
    if (run.lastReferralOn > run.endsOn)
      refuse('lastReferralOn', 'The last day to nominate must be the last day of the run or earlier')
    else if (question !== null && sure !== lastReferralOn)
      context.addIssue({ code: 'custom', path: ['lastReferralOn', 'sure'], message: asksForTick(question) })
    return {
      ...run,
      weekdays: run.weekdays.map(Number),
      place: run.place ?? null,
      takenElsewhere: run.takenElsewhere ?? 0,
      waitingElsewhere: run.waitingElsewhere ?? 0,
    }
  })
}

/** Reads the form that cancels a run, or puts it on again. */
export const cancelForm = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('cancel'),
    reason: z.enum(codesOf(CANCEL_REASONS), { error: 'Choose why the run is cancelled' }),
  }),
  z.object({ intent: z.literal('restore') }),
])
export type CancelStep = z.output<typeof cancelForm>
