import { useLoaderData } from '@remix-run/react'

import { IMPORT_CODES, mayImport } from '~/domain/import/import-kinds'
import { guarded, notFound } from '~/http/guard.server'
import { ImportsScreen } from '~/screens/imports/imports-screen'
import { pageTitle } from '~/ui/page/page-title'

export { links } from '~/styles/work'

export const meta = () => pageTitle('Files in and out')

export const loader = guarded(['provider', 'editor', 'administrator'], ({ viewer }) => {
  const kinds = IMPORT_CODES.filter(what => mayImport(viewer, what))
  if (kinds.length === 0) throw notFound()
  return { kinds }
})

export default function Imports() {
  return <ImportsScreen {...useLoaderData<typeof loader>()} />
}
