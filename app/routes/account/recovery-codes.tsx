import { useActionData, useLoaderData } from '@remix-run/react'

import { ownFactors } from '~/domain/account/second-factor/factors.server'
import { renewRecoveryCodes } from '~/domain/account/second-factor/recovery-codes.server'
import { factorOwner } from '~/http/factor-owner.server'
import { guarded } from '~/http/guard.server'
import { Codes } from '~/screens/account-recovery-codes/codes'
import { RecoveryCodesScreen } from '~/screens/account-recovery-codes/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Recovery codes')

export const loader = guarded('signed-in', ({ context, viewer }) => ownFactors(context, viewer.personId))

export const action = guarded('signed-in', async args => ({
  codes: await renewRecoveryCodes(args.context, factorOwner(args)),
}))

export default function RecoveryCodes() {
  const shown = useActionData<typeof action>()
  const { codes } = useLoaderData<typeof loader>()
  return shown ? (
    <Codes codes={shown.codes} next="/account/second-factor" />
  ) : (
    <RecoveryCodesScreen codes={codes} />
  )
}
