import { useLoaderData } from '@remix-run/react'

import { guarded } from '~/http/guard.server'
import { methodsPage } from '~/screens/unmet-need-methods/page'
import { MethodsScreen, TITLE } from '~/screens/unmet-need-methods/screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/reports'
export const meta = () => pageTitle(TITLE)

/** How the figures are made; the definitions are those the pages and files print. */
export const loader = guarded('signed-in', () => methodsPage())

export default function UnmetNeedMethods() {
  return <MethodsScreen page={useLoaderData<typeof loader>()} />
}
