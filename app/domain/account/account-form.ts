import { z } from 'zod'

/** What the sign-in form asks. The password is taken letter by letter. */
export const signInSchema = z.object({
  email: emailField('Enter your email address'),
  password: z.string('Enter your password').max(256, 'A password has at most 256 characters'),
  next: z.string().optional(),
})

/** An email address; a mail server alone can say whether there is such a one. @param missing what is said where none is given */
export function emailField(missing: string) {
  return z
    .string(missing)
    .max(254, 'Enter an email address of at most 254 characters')
    .regex(/^[^\s@]+@[^\s@]+$/, 'Enter an email address in the correct format, like name@example.com')
}

/** A person's name as colleagues read it. */
export function nameField(missing: string) {
  return z
    .string(missing)
    .max(100, 'Write the name with at most 100 characters')
    .regex(/^[^\n]*$/, 'Write the name in one line')
    .regex(/\p{L}/u, 'Write the name in letters')
}

/** Why signing in was refused. One text for an unknown address, a wrong password and an account that was switched off. */
export const SIGN_IN_REFUSED = 'The email address or password is not right'

/** Said to whoever tried too often, whether the account exists or not. */
export const SIGN_IN_THROTTLED = 'Too many tries to sign in. Wait 15 minutes, then try again'

/** What asking for a new password asks. */
export const resetSchema = z.object({ email: emailField('Enter your email address') })

/** A password may have this many characters. */
export const PASSWORD_LIMITS = { least: 15, most: 256 }

export const PASSWORD_HINT = `At least ${PASSWORD_LIMITS.least} characters. Three or more words that have nothing to do with each other are easy to remember and hard to guess. You may paste it`

/** A new password, letter by letter. */
export function newPasswordField() {
  return z
    .string('Choose a password')
    .min(PASSWORD_LIMITS.least, `Choose a password of at least ${PASSWORD_LIMITS.least} characters`)
    .max(PASSWORD_LIMITS.most, `Choose a password of at most ${PASSWORD_LIMITS.most} characters`)
}

export const newPasswordSchema = z.object({ password: newPasswordField() })

export const changePasswordSchema = z.object({
  current: z
    .string('Enter your current password')
    .max(PASSWORD_LIMITS.most, 'A password has at most 256 characters'),
  password: newPasswordField(),
})

export const changeEmailSchema = z.object({
  email: emailField('Enter the new email address'),
  current: z
    .string('Enter your current password')
    .max(PASSWORD_LIMITS.most, 'A password has at most 256 characters'),
})

/** What the page of somebody's own account takes. */
export const accountActSchema = z.discriminatedUnion(
  'intent',
  [
    z.object({ intent: z.literal('name'), name: nameField('Enter your name as your colleagues know it') }),
    z.object({
      intent: z.literal('act-for'),
      membershipId: z.uuid('Open the page again: what was chosen could not be read'),
    }),
  ],
  'Choose what to do',
)
