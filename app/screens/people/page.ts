import type { SignedInViewer } from '@db/viewer'
import { ROLE_NAMES } from '~/domain/account/account'
import type { InviteResult } from '~/domain/people/invite.server'
import type { Access, SentInvitation } from '~/domain/people/people-list.server'
import { formatDay, formatDayLong, formatInstant, londonDay } from '~/domain/time/calendar'

interface Looking {
  viewer: SignedInViewer
  now: Date
  newKey: () => string
}

/** The people who have access and the invitations that wait, in words. */
export function peoplePage(
  { people, invitations }: { people: readonly Access[]; invitations: readonly SentInvitation[] },
  { viewer, newKey }: Looking,
) {
  const isAll = viewer.role === 'administrator'
  return {
    isAll,
    people: people.map(({ membershipId, name, email, organisationName, role, since }) => ({
      ...{ membershipId, name, email, organisationName },
      role: ROLE_NAMES[role],
      since: formatDayLong(londonDay(since)),
      isSelf: membershipId === viewer.membershipId,
    })),
    invitations: invitations.map(({ id, email, organisationName, role, invitedBy, ...dates }) => ({
      ...{ id, email, organisationName, role: ROLE_NAMES[role] },
      by: invitedBy ?? 'the command line',
      isOver: dates.standing === 'expired',
      until: formatDay(londonDay(dates.expiresAt)),
      againKey: newKey(),
      withdrawKey: newKey(),
    })),
  }
}

/** The list of those who were invited and have not joined. */
export const INVITED = '/people?state=invited'

export const DONE = {
  sent: 'The invitation is on its way',
  again: 'A new invitation is on its way. The one before opens nothing any more',
  withdraw: 'The invitation is withdrawn. Its link opens nothing any more',
} as const

/** Said with a link where nobody is emailed. */
export const LINK_TO_HAND = {
  invitation:
    'No email is sent from here. Copy this link and hand it to whom you invite yourself, and to nobody else: it works once, for 7 days, and is shown this once',
  reset:
    'No email is sent from here. Copy this link and hand it to that person yourself, and to nobody else: it works once, for an hour, and is shown this once',
} as const

/** Why an invitation was not sent, or not changed. */
const NOT_INVITED = {
  role: 'That organisation has nobody who does this. Choose what they do there, or another organisation',
  member: 'Somebody with this email address already does this there. You find them in the list of people',
} as const

const OVER_WORDS = {
  used: 'This invitation was used meanwhile',
  withdrawn: 'This invitation was withdrawn already',
  closed: 'The organisation closed meanwhile',
} as const

/** Why nothing was done with an invitation: of one that is over who ended it, and when. */
export function notInvitedWords(
  refusal: Exclude<InviteResult, { ok: true } | { reason: 'not_found' } | { reason: 'different' }>,
): string {
  if (refusal.reason !== 'over') return NOT_INVITED[refusal.reason]
  const { how, at, by } = refusal
  const who = [by && `by ${by}`, formatInstant(new Date(at))].filter(Boolean).join(', ')
  return `${OVER_WORDS[how]}, ${who}. Nothing was changed`
}
