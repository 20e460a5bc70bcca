import { parseArgs } from 'node:util'
import { emailField } from '../account/account-form'

export interface InviteArguments {
  email: string
  /** What the region's organisation is called where there is none yet. */
  organisationName: string | null
  /** Invites where there is an administrator already. */
  another: boolean
  /** Invites nobody: takes the second factor of who has this address away. */
  resetSecondFactor?: boolean
}

const USAGE =
  'Usage: npm run invite -- EMAIL [--organisation "NAME OF THE REGIONAL TEAM"] [--another]\n' +
  '       npm run invite -- EMAIL --reset-second-factor\n' +
  'For example: npm run invite -- jo@region.example --organisation "North East regional team"'

/** What `npm run invite` was asked for. @throws Error that says how it is used */
export function readInviteArguments(args: readonly string[]): InviteArguments {
  const { positionals, values } = parsed(args)
  const [typed, ...rest] = positionals
  const email = emailField('Name an email address').safeParse(typed)
  if (!email.success) throw new Error(`${email.error.issues[0]?.message ?? ''}.\n${USAGE}`)
  if (rest.length > 0) throw new Error(`One address at a time.\n${USAGE}`)
  return {
    email: email.data,
    organisationName: values.organisation?.trim() || null,
    another: values.another ?? false,
    resetSecondFactor: values['reset-second-factor'] ?? false,
  }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        organisation: { type: 'string' },
        another: { type: 'boolean' },
        'reset-second-factor': { type: 'boolean' },
      },
    })
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : ''}\n${USAGE}`, { cause: error })
  }
}
