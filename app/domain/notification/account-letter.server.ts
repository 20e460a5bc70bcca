import type { Transaction } from 'kysely'
import type { DB } from '@db/schema'
import { href } from '~/paths'
import { readRole } from '../account/session.server'
import { signLink } from '../account/signed-link.server'
import { emailLetter } from '../account/email/email-letters'
import { refusalWords } from '../organisation/refusal-reasons'
import { invitationLetter, letter, type Letter, refusalLetter, resetLetter } from '../people/account-letters'
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
  applicationId: string | null
  emailChangeId: string | null
  template: string
}

/** The letter of an invitation, a reset, an application or a change of address, made as it is sent; null where its link would open nothing, or it is untrue by now. */
export async function accountLetter(
  trx: Transaction<DB>,
  { invitationId, passwordResetId, applicationId, emailChangeId, template }: About,
  settings: LetterSettings,
): Promise<AddressedLetter | null> {
  if (emailChangeId !== null) return letterOfEmail(trx, { emailChangeId, template }, settings)
  if (applicationId !== null) return letterOfRefusal(trx, applicationId)
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
    .where('closedAt', 'is', null)
    .executeTakeFirst()
  if (!row || invitationStanding(row, settings.clock()) !== 'open') return null
  const token = signLink(settings.linkKey, 'invitation', id)
  const link = settings.publicOrigin + href('join/:token', { token })
  return { to: row.email, ...invitationLetter({ ...row, link, role: readRole(row.role) }) }
}

async function letterOfRefusal(trx: Transaction<DB>, id: string): Promise<AddressedLetter | null> {
  const row = await trx
    .selectFrom('organisationApplication')
    .select(['name', 'applicantEmail', 'reason'])
    .where('id', '=', id)
    .where('decision', '=', 'refused')
    .executeTakeFirst()
  const reason = refusalWords(row?.reason ?? null)
  return row && reason ? { to: row.applicantEmail, ...refusalLetter({ name: row.name, reason }) } : null
}

async function letterOfEmail(
  trx: Transaction<DB>,
  { emailChangeId: id, template }: { emailChangeId: string; template: string },
  settings: LetterSettings,
): Promise<AddressedLetter | null> {
  const words = emailLetter(template)
  const row = await trx.selectFrom('emailChange').selectAll().where('id', '=', id).executeTakeFirst()
  if (!words || !row) return null
  const { usedAt, withdrawnAt, expiresAt } = row
  const isOpen = usedAt === null && withdrawnAt === null && expiresAt > settings.clock()
  if (words.whileOpen && !isOpen) return null
  const token = signLink(settings.linkKey, 'email-change', id)
  const link = settings.publicOrigin + href('confirm-email/:token', { token })
  return { to: row[words.to], ...letter(words.subject, words.paragraphs({ link, expiresAt })) }
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
