import { z } from 'zod'
import { REQUEST_ITEMS } from '../../referral'
import type { EventSpec } from '../event-spec'
import type { Message } from '../message'
import { NOTE_LIMIT, noteField } from '../note-field'

const TOLD = {
  name: 'information_requested',
  subject: 'Referral {R}: the provider needs more information',
  happened: 'The provider has asked for more information about referral {R}.',
  toDo: 'Please answer by the time its page says.',
} as const satisfies Message

/** Which items the provider needs; "something else" needs words. */
const requestForm = z
  .object({
    items: z
      .array(z.enum(REQUEST_ITEMS, { error: 'Choose from the list' }))
      .min(1, 'Choose at least one thing you need'),
    note: noteField(NOTE_LIMIT),
  })
  .superRefine(({ items, note }, context) => {
    if (!items.includes('other') || note) return
    context.addIssue({ code: 'custom', path: ['note'], message: 'Say what else you need' })
  })

/** The provider asks for named items. Safe for the browser. */
export const requestInformation = {
  happened: 'Information requested',
  tells: [{ to: 'referrer', message: TOLD }],
  screen: {
    words: {
      title: 'Ask for information',
      lede: 'The referrer has 3 working days to answer. Ask only for what your decision needs.',
      button: 'Ask the referrer',
      done: 'Asked. The referrer has been told what you need',
    },
    form: () => requestForm,
  },
} as const satisfies EventSpec
