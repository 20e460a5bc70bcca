import { z } from 'zod'

/** What the sign-in form asks. The password is taken letter by letter. */
export const signInSchema = z.object({
  email: z
    .string('Enter your email address')
    .max(254, 'Enter your email address as your organisation gave it to you')
    .regex(/^[^\s@]+@[^\s@]+$/, 'Enter an email address in the correct format, like name@example.com'),
  password: z.string('Enter your password').max(256, 'A password has at most 256 characters'),
  next: z.string().optional(),
})

/** Why signing in was refused. One text for an unknown address, a wrong password and an account that was switched off. */
export const SIGN_IN_REFUSED = 'The email address or password is not right'

/** Said to whoever tried too often, whether the account exists or not. */
export const SIGN_IN_THROTTLED = 'Too many tries to sign in. Wait 15 minutes, then try again'
