import { oneLine } from '~/email/one-line'
import type { Role } from '../account/account'
import { ROLE_NAMES } from '../account/account'
import { formatInstant } from '../time/calendar'
import { INVITATION_DAYS } from './invitation'

/** The letters that let somebody in. They alone hold a link that opens without signing in; they are about no case. */

export interface Letter {
  subject: string
  text: string
}

export interface InvitationFacts {
  link: string
  organisationName: string
  role: Role
  /** Null: by whoever runs the service. */
  invitedBy: string | null
  expiresAt: Date
}

export function invitationLetter(facts: InvitationFacts): Letter {
  const organisation = oneLine(facts.organisationName)
  const by = facts.invitedBy === null ? 'The team that runs Throughgate' : oneLine(facts.invitedBy)
  return letter(`Join ${organisation} on Throughgate`, [
    `${by} invites you to join ${organisation} on Throughgate as ${ROLE_NAMES[facts.role]}.`,
    'Throughgate finds a bed for people about to leave prison in North East England.',
    `To join, open this link and choose a password. It works once, for this email address, until ${formatInstant(facts.expiresAt)} (${INVITATION_DAYS} days from when it was sent).`,
    facts.link,
    'If you did not expect this, do nothing: nobody can join with it but whoever reads your email.',
  ])
}

/** @param reason in fixed words */
export function refusalLetter({ name, reason }: { name: string; reason: string }): Letter {
  const organisation = oneLine(name)
  return letter(`Your application for ${organisation} to join Throughgate`, [
    `You asked for ${organisation} to join Throughgate. An editor of the region has decided that it does not join now.`,
    reason,
    'If something has changed, or we have misread what you wrote, apply again.',
  ])
}

export function resetLetter({ link, expiresAt }: Pick<InvitationFacts, 'link' | 'expiresAt'>): Letter {
  return letter('Choose a new password for Throughgate', [
    'Somebody asked for a new password for your account on Throughgate.',
    `If it was you, open this link and choose one. It works once, until ${formatInstant(expiresAt)}. You will be signed out everywhere.`,
    link,
    'If it was not you, do nothing: your password stays as it is.',
  ])
}

/** A letter of these paragraphs, signed. */
export function letter(subject: string, paragraphs: readonly string[]): Letter {
  return { subject: oneLine(subject), text: `${[...paragraphs, SIGNATURE].join('\n\n')}\n` }
}

const SIGNATURE = 'Throughgate. Please do not reply to this message.'
