import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { href } from '~/paths'
import { readRole } from '../account/session.server'
import { signLink } from '../account/signed-link.server'
import { invitationLetter, type Letter, resetLetter } from '../people/account-letters'
import { invitationStanding } from '../people/invitation'

export interface AddressedLetter extends Letter {
  to: string
}

export interface LetterSettings {
  publicOrigin: string
  /** Signs the links that are sent. */
  linkKey: Buffer
  clock: () => Date
}

interface About {
  invitationId: string | null
  passwordResetId: string | null
}

/** The letter of an invitation or a reset with its link, made as it is sent; null where the link would open nothing any more. */
export async function accountLetter(
  trx: Transaction<DB>,
  { invitationId, passwordResetId }: About,
  settings: LetterSettings,
): Promise<AddressedLetter | null> {
  if (invitationId !== null) return letterOfInvitation(trx, invitationId, settings)
  return passwordResetId === null ? null : letterOfReset(trx, passwordResetId, settings)
}

async function letterOfInvitation(trx: Transaction<DB>, id: string, settings: LetterSettings) {
  const row = await trx
    .selectFrom('invitation')
    .innerJoin('organisation', 'organisation.id', 'invitation.organisationId')
    .leftJoin('person', 'person.id', 'invitation.invitedBy')
    .select(['invitation.email', 'role', 'expiresAt', 'usedAt', 'withdrawnAt'])
    .select(['organisation.name as organisationName', 'person.name as invitedBy'])
    .where('invitation.id', '=', id)
    .executeTakeFirst()
  if (!row || invitationStanding(row, settings.clock()) !== 'open') return null
  const token = signLink(settings.linkKey, 'invitation', id)
  const link = settings.publicOrigin + href('join/:token', { token })
  return { to: row.email, ...invitationLetter({ ...row, link, role: readRole(row.role) }) }
}

async function letterOfReset(trx: Transaction<DB>, id: string, settings: LetterSettings) {
  const row = await trx
    .selectFrom('passwordReset')
    .innerJoin('person', 'person.id', 'passwordReset.personId')
    .select(['email', 'expiresAt', 'usedAt', 'disabledAt'])
    .where('passwordReset.id', '=', id)
    .executeTakeFirst()
  if (!row || row.disabledAt !== null) return null
  if (row.usedAt !== null || row.expiresAt.getTime() <= settings.clock().getTime()) return null
  const token = signLink(settings.linkKey, 'password-reset', id)
  const link = settings.publicOrigin + href('reset-password/:token', { token })
  return { to: row.email, ...resetLetter({ link, expiresAt: row.expiresAt }) }
}
