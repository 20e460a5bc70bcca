import { type Helpline, HELPLINES_CHECKED } from '~/domain/helplines/helplines'
import { formatDayLong } from '~/domain/time/calendar'
import { keepDots } from '~/ui/keep-dots'
import { PhoneLink } from '~/ui/phone-link'

/** Helplines to ring: whom each is for, its hours where its operator states them, and when all that was checked. */
export function HelplineList({ helplines }: { helplines: readonly Helpline[] }) {
  return (
    <>
      <dl className="tg-helplines">
        {helplines.map(helpline => (
          <div key={helpline.name}>
            <dt>{helpline.name}</dt>
            <dd>
              <strong>
                <PhoneLink number={helpline.phone} about={helpline.name} />
              </strong>
              <span>{keepDots([helpline.for, helpline.hours].filter(Boolean).join(' · '))}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="tg-quiet">Numbers checked on {formatDayLong(HELPLINES_CHECKED)}.</p>
    </>
  )
}
