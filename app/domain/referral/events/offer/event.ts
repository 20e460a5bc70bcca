import { z } from 'zod'
import type { Day } from '../../../time/calendar'
import { dayField, optionalDayField } from '../../../time/day-field'
import { beginsApart } from '../../../time/stay-spans'
import { nightsWithoutBedWords } from '../../offer/nights-without-bed'
import type { EventDays, EventSpec } from '../event-spec'
import type { Message } from '../message'
import { NOTE_LIMIT, noteField } from '../note-field'

const TOLD = {
  name: 'offered',
  subject: 'Referral {R}: a bedspace is offered',
  happened: 'The provider offers a bedspace for referral {R}.',
  toDo: 'Sign in to see for which days, at what price and until when, and to answer with the person’s yes or no.',
} as const satisfies Message

/** The provider offers one bedspace for days. Safe for the browser. */
export const offerEvent = {
  happened: 'Bedspace offered',
  tells: [{ to: 'referrer', message: TOLD }],
  screen: {
    words: {
      title: 'Offer a bedspace',
      lede: 'What is held until the answer is as the service states.',
      button: 'Offer this bedspace',
      done: 'Offered. The referrer has been told',
    },
    form: offerForm,
    shows: 'bedspaces',
    start: ({ firstNight, lastNight }) => ({ fromOn: firstNight, untilOn: lastNight }),
    refusedAt: {
      conflict_check_needed: 'conflictCheck',
      bedspace_not_found: 'bedspaceId',
      bedspace_taken: 'bedspaceId',
      stay_too_long: 'untilOn',
      dates_invalid: 'untilOn',
      night_in_past: 'fromOn',
    },
    whenTaken: 'Choose another bedspace, or other dates',
  },
} as const satisfies EventSpec

/** A stay offered begins at release; any night between is said, and anything else says why (product.md, "Offers and holds"). */
function offerForm(days: EventDays) {
  return z
    .object({
      bedspaceId: z.uuid({ error: 'Choose a bedspace' }),
      fromOn: dayField('firstNight', days),
      whyThen: noteField(NOTE_LIMIT),
      untilOn: optionalDayField('lastDay', days),
      conflictCheck: z
        .literal('done', { error: 'Do the conflict check, then tick that it is done' })
        .transform(() => true),
      note: noteField(NOTE_LIMIT),
    })
    .superRefine(({ fromOn, untilOn, whyThen }, context) => {
      const apart = beginsApart(fromOn, days)
      if (apart !== null && whyThen === null)
        context.addIssue({
          code: 'custom',
          path: ['whyThen'],
          message: `${apartWords(fromOn, apart, days)} Change it, or say why the stay begins then`,
        })
      if (untilOn !== null && untilOn <= fromOn)
        context.addIssue({
          code: 'custom',
          path: ['untilOn'],
          message: 'The last day must come after the first night',
        })
    })
    .transform(({ conflictCheck, note, whyThen, ...stay }) => {
      const words = [whyThen, note].filter(each => each !== null).join('\n')
      return { ...stay, conflictCheckDone: conflictCheck, ...(words && { note: words }) }
    })
}

function apartWords(
  fromOn: Day,
  apart: string,
  { releaseOn = null, releaseUntil, today }: EventDays,
): string {
  const nights = releaseUntil ? null : nightsWithoutBedWords(releaseOn, fromOn, today)
  return nights ?? `The first night is ${apart}.`
}
