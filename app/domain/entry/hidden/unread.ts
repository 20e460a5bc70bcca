import { z } from 'zod'
import type { SignedInViewer } from '@db/viewer'

/** Old words of a hidden place, struck out on a written request by somebody who does not read them. Safe for the browser. */

/** Why: the check in db/migrations/0141_hidden_words_unread.ts says the same codes. */
export const UNREAD_WHY = {
  asked_by_provider: 'The provider asked for it in writing',
  asked_by_person: 'The person whom the words are about asked for it in writing',
  no_manager: 'The provider has no manager left who could strike them',
} as const

const CHOOSE_WORDS = 'Choose which words to strike out'

/** Which words: those of a change at a place, 'ID PLACE'. */
export const unreadForm = z.object({
  words: z
    .string({ error: CHOOSE_WORDS })
    .regex(/^[0-9a-f-]{36} [a-z]{1,20}$/, { error: CHOOSE_WORDS })
    .transform(words => {
      const [changeId = '', place = ''] = words.split(' ')
      return { changeId, place }
    }),
  why: z.enum(Object.keys(UNREAD_WHY) as (keyof typeof UNREAD_WHY)[], {
    error: 'Choose why they are struck out',
  }),
})

/** Who strikes them unread: `hidden_words_kept` in the database says the same. */
export function strikesUnread({ role }: Pick<SignedInViewer, 'role'>): boolean {
  return role === 'administrator'
}
