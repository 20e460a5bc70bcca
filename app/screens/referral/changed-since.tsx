import type { ChangeNotice } from '~/domain/referral/changes/change-words'
import { PhoneLink } from '~/ui/phone-link'

/** What is not as it was when the person was referred; to a provider who may not read it, whom to ring. */
export function ChangedSince({ title, lines, ring }: ChangeNotice) {
  return (
    <div className="tg-due tg-due--wait" role="region" aria-label={title}>
      <p className="tg-due__lead">{title}</p>
      {lines.map(line => (
        <p key={line} className="tg-due__then">
          {line}
        </p>
      ))}
      {ring && (
        <p className="tg-due__then">
          {ring.text}{' '}
          {ring.phone ? <PhoneLink number={ring.phone} about="the referrer" /> : '(phone not stated)'}
        </p>
      )}
    </div>
  )
}
