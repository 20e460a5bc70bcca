import { href } from '~/paths'
import { Tabs } from '~/ui/tabs'

const PAGES = [
  ['unmet-need', 'Women’s dashboard'],
  ['unmet-need/traffic-light', 'Traffic light'],
  ['unmet-need/methods', 'Methods'],
] as const

/** The pages of unmet need, one beside the other. */
export function NeedTabs({ current }: { current: (typeof PAGES)[number][0] }) {
  const tabs = PAGES.map(([page, text]) => ({ to: href(page, {}), text, current: page === current }))
  return <Tabs label="Unmet need" tabs={tabs} />
}
