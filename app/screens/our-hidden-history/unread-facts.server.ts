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
      .filter(({ isStruck }) => !isStruck)
      .map(words => ({ value: `${words.changeId} ${words.place}`, text: keptLabel(words) })),
    struck: kept.filter(({ isStruck }) => isStruck).map(struckLine),
    idempotencyKey: newIdempotencyKey(),
  }
}

export type UnreadWords = NonNullable<Awaited<ReturnType<typeof unreadWordsFor>>>

/** 'Address, until it was changed on 3 February 2027 at 09:12 by a provider manager'. */
function keptLabel({ place, happenedAt, byRole }: KeptUnread): string {
  const role = byRole === null ? 'somebody' : `a ${labelOf(ROLE_NAMES, byRole)}`
  return `${fieldOf(place)}, until it was changed by ${role}, ${formatInstant(happenedAt)}`
}

function struckLine({ changeId, place, happenedAt, struck }: KeptUnread) {
  const why = struck?.why ? [inSentence(labelOf(UNREAD_WHY, struck.why))] : []
  const by = struck ? [struckBy(struck, 'struck out')] : []
  return {
    ...{ id: `${changeId} ${place}`, when: formatInstant(happenedAt), at: happenedAt.toISOString() },
    what: `${fieldOf(place)}: ${[...by, ...why].join('; ')}`,
  }
}

function fieldOf(place: string): string {
  return TABLE_WORDS['confidential_site']?.words[place] ?? place
}
