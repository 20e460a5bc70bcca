import type { ReactNode } from 'react'

import { pageWords } from '~/domain/list/paging'
import {
  REFERRAL_LISTS,
  type ReferralList,
  type ReferralListPart,
  type ReferralsPage,
} from '~/domain/referral/list/referral-groups'
import { Pagination } from '~/ui/pagination'
import { Tabs } from '~/ui/tabs'

interface ReferralGroupsProps<Line> {
  page: ReferralsPage<Line>
  /** The page's own address. */
  path: string
  /** The words on the tab of each list: 'Ended in the last 28 days'. */
  titles: Readonly<Record<ReferralList, string>>
  draw: (lines: readonly Line[]) => ReactNode
  /** Said where the list is empty. */
  nothing: ReactNode
}

/** A list of referrals: what is open by what must be done next, and on tabs of their own who lives there and what ended. */
export function ReferralGroups<Line>({ page, path, titles, draw, nothing }: ReferralGroupsProps<Line>) {
  const { list, groups, lines } = page
  const shown = lines.length + groups.reduce((sum, group) => sum + group.lines.length, 0)
  const words = pageWords(page, shown)
  return (
    <>
      <Tabs
        label="Referrals"
        tabs={REFERRAL_LISTS.map(each => ({
          to: addressOf(path, each, 1),
          text: titles[each],
          current: each === list,
        }))}
      />
      {words && <p className="govuk-body tg-quiet">{words}</p>}
      {groups.map(group => (
        <section key={group.key} className="tg-group">
          <h2 className="govuk-heading-m tg-group__title">
            {group.title} <span className="tg-quiet tg-group__count">{group.count}</span>
          </h2>
          <p className="tg-quiet tg-group__hint">{group.hint}</p>
          {draw(group.lines)}
        </section>
      ))}
      {lines.length > 0 && draw(lines)}
      {shown === 0 && nothing}
      <Pagination
        label="Referrals"
        page={page.page}
        pages={page.pages}
        hrefOf={to => addressOf(path, list, to)}
      />
    </>
  )
}

function addressOf(path: string, list: ReferralListPart, page: number): string {
  const asked = [list !== 'open' && `state=${list}`, page > 1 && `page=${page}`].filter(Boolean)
  return asked.length === 0 ? path : `${path}?${asked.join('&')}`
}
