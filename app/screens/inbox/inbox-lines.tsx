import type { InboxLine } from '~/screens/inbox/page'
import { FitTags, ReferralLines } from '~/screens/referral-lists/referral-lines'

/** A provider's referrals: tier 1, and what is due. */
export function InboxLines({ lines }: { lines: readonly InboxLine[] }) {
  return (
    <ReferralLines
      lines={lines.map(({ id, who, reference, serviceName, out, release, due, late, fit, changed }) => ({
        id,
        title: who,
        out,
        about: [serviceName, release, reference],
        due: due && `${due.charAt(0).toUpperCase()}${due.slice(1)}`,
        late,
        tags: <FitTags {...fit} changed={changed} />,
      }))}
    />
  )
}
