import { z } from 'zod'

const NAME_LIMIT = 60

/** What a factor is called by its person. */
const name = z
  .string('Give it a name, so that you know which it is')
  .max(NAME_LIMIT, `A name has at most ${NAME_LIMIT} characters`)

const SIX_DIGITS = 'Enter the 6 digits that your app shows'

/** Six digits, however they are spaced. */
const code = z
  .string(SIX_DIGITS)
  .transform(typed => typed.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, SIX_DIGITS))

/** A new authenticator app: what its page was drawn with, and the code that shows that the app has it. */
export const appFactorSchema = z.object({
  name,
  code,
  factor: z.uuid(),
  secret: z.string().regex(/^[A-Za-z0-9_-]{20,200}$/),
  next: z.string().optional(),
})

export const renameSchema = z.object({ name })

/** What is given at sign-in: one of the three. */
export const codeSchema = z.object({ code, next: z.string().optional() })

export const recoverySchema = z.object({
  recoveryCode: z
    .string('Enter one of your recovery codes')
    .max(40, 'A recovery code has 10 letters and digits'),
  next: z.string().optional(),
})
