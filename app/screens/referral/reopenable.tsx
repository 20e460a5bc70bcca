import { Link } from '@remix-run/react'

import type { ReferralScreen } from '~/screens/referral/page'
import { NoticeCard } from '~/ui/card'

/** What was parked for a place that is no more, to be taken up again. */
export function Reopenable({ referrals }: { referrals: ReferralScreen['reopenable'] }) {
  if (referrals.length === 0) return null
  return (
    <NoticeCard title="You can reopen a parked referral">
      <p className="govuk-body">
        No accepted place is left. These were parked when one was accepted. Open one and choose ‘Reopen’:
      </p>
      <ul className="govuk-list">
        {referrals.map(({ id, serviceName }) => (
          <li key={id}>
            <Link className="govuk-link" to={`/referrals/${id}`}>
              {serviceName}
            </Link>
          </li>
        ))}
      </ul>
    </NoticeCard>
  )
}
