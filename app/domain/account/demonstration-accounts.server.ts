import { DEMONSTRATION_ACCOUNTS, DEMONSTRATION_PASSWORD } from '~/domain/account/demonstration-list'

export interface OfferedAccounts {
  password: string
  accounts: { email: string; name: string; organisation: string; does: string }[]
}

/** The accounts the demonstration's sign-in page offers; every person in them is invented. */
export function offeredAccounts(): OfferedAccounts {
  const accounts = DEMONSTRATION_ACCOUNTS.map(({ email, name, organisation, does }) => ({
    email,
    name,
    organisation,
    does,
  }))
  return { password: DEMONSTRATION_PASSWORD, accounts }
}
