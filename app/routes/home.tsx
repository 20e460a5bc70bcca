import { redirect } from '@remix-run/node'

import { startPageFor } from '~/screens/navigation'
import { guarded } from '~/http/guard.server'
import { HomeScreen } from '~/screens/home/screen'
import { pageTitle } from '~/ui/page/page-title'

export const meta = () => pageTitle('Beds and family support after prison')

/** Whoever is signed in starts at their own work. */
export const loader = guarded('anyone', ({ viewer }) => {
  return viewer.kind === 'member' ? redirect(startPageFor(viewer.role)) : null
})

export default function Home() {
  return <HomeScreen />
}
