import { useActionData, useLoaderData } from '@remix-run/react'

import { guarded } from '~/http/guard.server'
import { importFrom, takeFile } from '~/screens/imports/act.server'
import { IMPORT_COLUMNS } from '~/screens/imports/columns'
import { ImportScreen } from '~/screens/imports/import-screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Send a file')

export const loader = guarded(['provider', 'editor', 'administrator'], ({ viewer, params }) => {
  const what = importFrom(viewer, params.what)
  return { what, columns: IMPORT_COLUMNS[what] }
})

/** Reads the file and shows what it would change, or takes it over. */
export const action = guarded(
  ['provider', 'editor', 'administrator'],
  ({ request, context, viewer, params }) =>
    takeFile(context, viewer, importFrom(viewer, params.what), request),
)

export default function Import() {
  return <ImportScreen {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
