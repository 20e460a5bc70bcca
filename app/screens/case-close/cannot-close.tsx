import { Link } from '@remix-run/react'

import { referralState } from '~/domain/referral/states'
import { type CaseReferralLine, StateTag } from '~/screens/referral-lists/case-referrals'

export interface InTheWayProps {
  referrals: readonly Pick<CaseReferralLine, 'id' | 'reference' | 'serviceName' | 'state'>[]
}

/** The page of a case that cannot be closed yet. */
export function CannotClose({ referrals }: InTheWayProps) {
  return (
    <>
      <h1 className="govuk-heading-l">This case cannot be closed yet</h1>
      <InTheWay referrals={referrals} />
    </>
  )
}

/** What stands in the way of closing a case: its open referrals, each to be opened and ended. */
export function InTheWay({ referrals }: InTheWayProps) {
  const one = referrals.length === 1
  return (
    <>
      <p className="govuk-body">
        {one ? 'A referral is' : `${referrals.length} referrals are`} still open. Open {one ? 'it' : 'each'}{' '}
        and withdraw it, or wait until it ends. Then close the case.
      </p>
      <ul className="govuk-list govuk-list--spaced">
        {referrals.map(({ id, reference, serviceName, state }) => (
          <li key={id}>
            <Link className="govuk-link" to={`/referrals/${id}`}>
              {serviceName}
            </Link>{' '}
            <span className="tg-quiet">{reference}</span> <StateTag state={referralState(state)} />
          </li>
        ))}
      </ul>
    </>
  )
}
