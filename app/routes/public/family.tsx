import { guarded } from '~/http/guard.server'
import { FamilyScreen } from '~/screens/family/screen'
import { pageTitle } from '~/ui/page/page-title'

export const meta = () => pageTitle('Family and children')

export const loader = guarded('anyone', () => null)

export default function Family() {
  return <FamilyScreen />
}
