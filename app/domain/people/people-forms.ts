import { z } from 'zod'
import { emailField, nameField, newPasswordField, PASSWORD_LIMITS } from '../account/account-form'
import { ROLES } from '../account/account'
import { END_REASONS } from './end-reasons'

/** The forms of inviting, joining and keeping people. Safe for the browser. */

export const inviteSchema = z.object({
  email: emailField('Enter the email address of whom you invite'),
  organisationId: z.uuid('Choose the organisation'),
  role: z.enum(ROLES, 'Choose what they do there'),
})

export const joinSchema = z.object({
  name: nameField('Enter your name as your colleagues know it'),
  password: newPasswordField(),
})

export const joinKnownSchema = z.object({
  password: z
    .string('Enter your password')
    .max(PASSWORD_LIMITS.most, 'A password has at most 256 characters'),
})

export const joinSelfSchema = z.object({})

const NOT_NAMED = 'Choose what to do'

export const invitationActSchema = z.object({
  intent: z.enum(['again', 'withdraw'], NOT_NAMED),
  invitationId: z.uuid('Open the list again: the invitation could not be read'),
})

const REASONS = Object.keys(END_REASONS) as [keyof typeof END_REASONS, ...(keyof typeof END_REASONS)[]]

export const personActSchema = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('name'), name: nameField('Enter the name as colleagues know it') }),
    z.object({ intent: z.literal('role'), role: z.enum(ROLES, 'Choose what they do there') }),
    z.object({ intent: z.literal('end'), reason: z.enum(REASONS, 'Choose why their access ends') }),
  ],
  NOT_NAMED,
)
