import type { ReactNode } from 'react'

import type { ReferralsPage } from '~/domain/referral/referral-groups'
import { Tabs } from '../tabs'

interface ReferralGroupsProps<Line> {
  page: ReferralsPage<Line>
  /** The page's own address. */
  path: string
  /** The tab of those that ended: 'Ended in the last 28 days'. */
  endedText: string
  draw: (lines: readonly Line[]) => ReactNode
  /** Said where the list is empty. */
  nothing: ReactNode
}

/** A list of referrals: what is open by what must be done next, and on a second tab what ended. */
export function ReferralGroups<Line>({ page, path, endedText, draw, nothing }: ReferralGroupsProps<Line>) {
  const { closed, groups, ended } = page
  return (
    <>
      <Tabs
        label="Referrals"
        tabs={[
          { to: path, text: 'Open', current: !closed },
          { to: `${path}?state=closed`, text: endedText, current: closed },
        ]}
      />
      {groups.map(({ key, title, hint, lines }) => (
        <section key={key} className="tg-group">
          <h2 className="govuk-heading-m tg-group__title">
            {title} <span className="tg-quiet tg-group__count">{lines.length}</span>
          </h2>
          <p className="tg-quiet tg-group__hint">{hint}</p>
          {draw(lines)}
        </section>
      ))}
      {ended.length > 0 && draw(ended)}
      {groups.length + ended.length === 0 && nothing}
    </>
  )
}
