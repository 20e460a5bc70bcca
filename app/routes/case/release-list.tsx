import { useActionData } from '@remix-run/react'

import { guarded } from '~/http/guard.server'
import { takeList } from '~/screens/cases-release-list/act.server'
import { ReleaseListScreen } from '~/screens/cases-release-list/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Release list')

export const loader = guarded('officer', () => null)

/** Reads the file and shows what it would change, or takes over what was ticked. */
export const action = guarded('officer', takeList)

export default function ReleaseList() {
  return <ReleaseListScreen answer={useActionData<typeof action>()} />
}
