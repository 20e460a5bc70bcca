import { guarded } from '~/http/guard.server'
import { HelplinesScreen } from '~/screens/helplines/screen'
import { pageTitle } from '~/ui/page/page-title'

export const meta = () => pageTitle('Helplines')

export const loader = guarded('anyone', () => null)

export default function Helplines() {
  return <HelplinesScreen />
}
