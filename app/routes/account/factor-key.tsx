import { useActionData, useLoaderData } from '@remix-run/react'

import { guarded } from '~/http/guard.server'
import { keepKeyFor, newKeyFor } from '~/screens/account-factor-key/act.server'
import { NewKeyScreen } from '~/screens/account-factor-key/screen'
import { Codes } from '~/screens/account-recovery-codes/codes'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Set up a security key or passkey')

export const loader = guarded('setting-up', newKeyFor)

export const action = guarded('setting-up', keepKeyFor)

export default function FactorKey() {
  const answer = useActionData<typeof action>()
  const loaded = useLoaderData<typeof loader>()
  if (answer && 'codes' in answer) return <Codes {...answer} />
  return <NewKeyScreen {...loaded} submission={answer?.submission} />
}
