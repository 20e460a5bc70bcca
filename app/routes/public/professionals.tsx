import { guarded } from '~/http/guard.server'
import { ProfessionalsScreen } from '~/screens/professionals/screen'
import { pageTitle } from '~/ui/page/page-title'

export const meta = () => pageTitle('For professionals')

export const loader = guarded('anyone', () => null)

export default function Professionals() {
  return <ProfessionalsScreen />
}
