import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '~/domain/context'
import { ROLE_NAMES } from '~/domain/account/account'
import { findEntry } from '~/domain/entry/entry.server'
import { hiddenWordsKept, type KeptUnread } from '~/domain/entry/hidden/strike-unread.server'
import { UNREAD_WHY } from '~/domain/entry/hidden/unread'
import { formatInstant } from '~/domain/time/calendar'
import { labelOf } from '~/domain/words/codes'
import { inSentence } from '~/domain/words/english'
import { struckBy } from '~/screens/struck/struck-by'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { TABLE_WORDS } from '~/screens/record-history/table-words'

/** Of the hidden places of an entry, which old words are kept, for an administrator who strikes them unread; null for everybody else. */
export async function unreadWordsFor(
  app: DomainContext,
  viewer: SignedInViewer,
  { serviceId, page }: { serviceId: string; page: number },
) {
  const entry = await findEntry(app, viewer, serviceId)
  const found = entry && (await hiddenWordsKept(app, viewer, { serviceId, page }))
  if (!found) return null
  const { kept, paging } = found
  return {
    ...{ id: entry.id, name: entry.name, paging },
    choices: kept
      .filter(({ struck }) => struck === null)
      .map(words => ({ value: `${words.changeId} ${words.place}`, text: keptLabel(words) })),
    struck: kept.flatMap(words => struckLine(words) ?? []),
    idempotencyKey: newIdempotencyKey(),
  }
}

export type UnreadWords = NonNullable<Awaited<ReturnType<typeof unreadWordsFor>>>

/** 'Place 2, Address (1 of 3), until it was changed by a provider manager, 3 February 2027, 09:12': no two of an entry say the same. */
function keptLabel(words: KeptUnread): string {
  const role = words.byRole === null ? 'somebody' : `a ${labelOf(ROLE_NAMES, words.byRole)}`
  return `${whichOf(words)}, until it was changed by ${role}, ${formatInstant(words.happenedAt)}`
}

function struckLine(words: KeptUnread) {
  const { changeId, place, happenedAt, struck } = words
  if (struck === null) return null
  const why = inSentence(labelOf(UNREAD_WHY, struck.why))
  return {
    ...{ id: `${changeId} ${place}`, when: formatInstant(happenedAt), at: happenedAt.toISOString() },
    what: `${whichOf(words)}: ${struckBy(struck, 'struck out')}; ${why}`,
  }
}

/** 'Place 2, Address (1 of 3)'. What there is one of has no number. */
function whichOf({ place, site, words }: KeptUnread): string {
  const field = TABLE_WORDS['confidential_site']?.words[place] ?? place
  const where = site.of > 1 ? `Place ${site.nth}, ${field}` : field
  return words.of > 1 ? `${where} (${words.nth} of ${words.of})` : where
}
