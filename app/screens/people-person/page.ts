import { ROLE_NAMES, ROLES } from '~/domain/account/account'
import type { AccessRefusal } from '~/domain/people/change-access.server'
import { endReasonWords } from '~/domain/people/end-reasons'
import type { KeptAccess } from '~/domain/people/people-list.server'
import { formatInstant } from '~/domain/time/calendar'
import { inSentence } from '~/domain/words/english'

type Change = KeptAccess['changes'][number]

export const DONE = {
  name: 'The name is changed. What it was is in the history',
  role: 'What they do is changed, from their next page on',
  end: 'Their access has ended: their next page is signed out',
} as const

/** Why somebody's access stays as it is. */
export const NOT_CHANGED: Readonly<Record<Exclude<AccessRefusal, 'not_found' | 'different'>, string>> = {
  stale:
    'Somebody else changed this first. Nothing of yours was saved: look at how it stands now, then change it',
  ended:
    'This access has ended meanwhile. Nothing was changed. Invite them again where they should come back',
  role: 'Choose one of the roles of this organisation',
  has_role: 'They do this there already, by another access of theirs',
  own_last: 'This is your own only access: ask a colleague to end it',
  last_administrator:
    'They are the last administrator, without whom nobody could invite anybody. Make somebody else one first',
  last_manager:
    'They are the last manager, and this provider has open referrals that name a manager to ring. Make somebody else one first',
}

/** One line of the history, the latest first. */
export function changeLine({ id, happenedAt, by, ...change }: Change) {
  return {
    id,
    at: happenedAt.toISOString(),
    when: formatInstant(happenedAt),
    what: changeWords(change),
    by: by ?? undefined,
  }
}

function changeWords({ what, before, after, organisationName }: Omit<Change, 'id' | 'happenedAt' | 'by'>) {
  const at = organisationName ?? 'Throughgate'
  const of = OWN[what]
  if (of) return `${of}: “${before ?? ''}” became “${after ?? ''}”`
  if (what === 'role') return `At ${at}: ${roleWords(before)} became ${roleWords(after)}`
  if (what === 'joined') return `Joined ${at} as ${roleWords(after)}`
  const reason = endReasonWords(after)
  return `Access to ${at} as ${roleWords(before)} ended${reason === null ? '' : `: ${inSentence(reason)}`}`
}

/** What belongs to the person, for whomever they act. */
const OWN: Readonly<Record<string, string>> = {
  name: 'Name',
  email: 'Email address',
  factor: 'Name of a second factor',
}

function roleWords(role: string | null): string {
  const known = ROLES.find(each => each === role)
  return known ? ROLE_NAMES[known] : (role ?? 'nothing')
}
