import type { SignedInViewer } from '@db/viewer'
import { type SeededAccount, viewerFor } from '../insert-accounts'
import { DEMONSTRATION_ACCOUNTS } from '~/domain/account/demonstration-list'
import { organisationId } from './organisations'

/** The demonstration's accounts with the ids of their organisations. */
export function demonstrationAccounts(): SeededAccount[] {
  return DEMONSTRATION_ACCOUNTS.map(({ organisationKey, email, name, role }) => ({
    email,
    name,
    role,
    organisationId: organisationId(organisationKey),
  }))
}

/** Who an account signs in as. @throws Error when no account has that address */
export function accountViewer(email: string): SignedInViewer {
  const account = demonstrationAccounts().find(each => each.email === email)
  if (!account) throw new Error(`The demonstration has no account ${email}`)
  return viewerFor(account)
}
