import { Link } from '@remix-run/react'

import type { ServicePage } from '~/screens/service/page'
import { Card } from '~/ui/card'
import { PhoneLink } from '~/ui/phone-link'

interface ServiceContactProps {
  service: ServicePage
  /** Where whoever looks starts a referral; null for those who never refer. */
  wayToRefer: { to: string; text: string } | null
}

/** How to reach a service, when somebody answers, and how one is referred. */
export function ServiceContact({ service, wayToRefer }: ServiceContactProps) {
  const { phone, staffed, outOfHoursPhone, email, referral } = service
  const nothing = phone === null && outOfHoursPhone === null && email === null
  return (
    <Card title="Contact">
      <dl className="tg-contact">
        {phone && <Line label="Phone" value={<PhoneLink number={phone} />} note={staffed} />}
        {outOfHoursPhone && <Line label="Out of hours" value={<PhoneLink number={outOfHoursPhone} />} />}
        {email && (
          <Line
            label="Email"
            value={
              <a className="govuk-link" href={`mailto:${email}`}>
                {email}
              </a>
            }
          />
        )}
        {nothing && <Line label="Phone" value="Not stated" />}
        <Line label="Who may refer" value={referral.words} note={referral.reason} />
        {referral.isHere && wayToRefer && (
          <Line
            label="To refer"
            value={
              <Link className="govuk-link" to={wayToRefer.to}>
                {wayToRefer.text}
              </Link>
            }
          />
        )}
      </dl>
    </Card>
  )
}

function Line({ label, value, note }: { label: string; value: JSX.Element | string; note?: string | null }) {
  return (
    <div className="tg-contact__line">
      <dt>{label}</dt>
      <dd>
        {value}
        {note && <span className="tg-contact__note">{note}</span>}
      </dd>
    </div>
  )
}
