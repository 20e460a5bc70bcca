import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

import type { ServicePage } from '~/screens/service/page'
import { Card } from '~/ui/card'
import { classNames } from '~/ui/class-names'
import { PhoneLink } from '~/ui/phone-link'
import { withPhones } from '~/ui/phones-in'

interface ServiceContactProps {
  service: ServicePage
  /** Where whoever looks starts a referral; null for those who never refer. */
  wayToRefer: { to: string; text: string } | null
}

/** How to reach a service, when somebody answers, and how one is referred. On paper its numbers stand under its name alone. */
export function ServiceContact({ service, wayToRefer }: ServiceContactProps) {
  const { phone, staffed, outOfHoursPhone, email, referral } = service
  const nothing = phone === null && outOfHoursPhone === null && email === null
  return (
    <Card title="Contact">
      <dl className="tg-contact">
        {phone && <Line label="Phone" value={<PhoneLink number={phone} />} note={staffed} onScreenOnly />}
        {outOfHoursPhone && (
          <Line label="Out of hours" value={<PhoneLink number={outOfHoursPhone} />} onScreenOnly />
        )}
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
            onScreenOnly
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

interface LineProps {
  label: string
  value: ReactNode
  note?: string | null
  onScreenOnly?: boolean
}

function Line({ label, value, note, onScreenOnly = false }: LineProps) {
  return (
    <div className={classNames('tg-contact__line', onScreenOnly && 'tg-screen-only')}>
      <dt>{label}</dt>
      <dd>
        {withPhones(value)}
        {note && <span className="tg-contact__note">{withPhones(note)}</span>}
      </dd>
    </div>
  )
}
