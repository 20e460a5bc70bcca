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

/** What a browser says of a key: read by the library that checks it, which takes nothing on trust. */
const response = z
  .string('Press the button, and touch the key when your browser asks for it')
  .max(20_000)
  .transform((typed, issues) => {
    const read = responseShape.safeParse(parsedJson(typed))
    if (read.success) return read.data
    issues.addIssue('Press the button, and touch the key when your browser asks for it')
    return z.NEVER
  })

/** What a key answered, as far as it is read here. */
export type KeyAnswer = z.output<typeof responseShape>

const responseShape = z.looseObject({ id: z.string(), response: z.looseObject({}) })

export const keyFactorSchema = z.object({ name, response, next: z.string().optional() })

export const keySchema = z.object({ response, next: z.string().optional() })

/** What is done with one of one's own: another name, or away with it. */
export const changeSchema = z.union([
  z.object({ intent: z.literal('remove') }),
  z.object({ intent: z.literal('rename').default('rename'), name }),
])

/** Of one's own sessions, all others or one. */
export const endSessionsSchema = z.union([
  z.object({ intent: z.literal('others') }),
  z.object({ session: z.uuid() }),
])

/** What is given at sign-in: one of the three. */
export const codeSchema = z.object({ code, next: z.string().optional() })

export const recoverySchema = z.object({
  recoveryCode: z
    .string('Enter one of your recovery codes')
    .max(40, 'A recovery code has 10 letters and digits'),
  next: z.string().optional(),
})

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
