import { PhoneLink } from '~/ui/phone-link'

export interface FooterLink {
  to: string
  text: string
}

export interface UrgentHelpline {
  name: string
  phone: string
  hours: string | null
}

const ATTRIBUTION =
  'Contains OS data © Crown copyright and database right. Contains Royal Mail data © Royal Mail copyright and database ' +
  'right. Contains public sector information licensed under the Open Government Licence v3.0. Made with Natural Earth.'

export interface SiteFooterProps {
  footerLinks: readonly FooterLink[]
  helplines: readonly UrgentHelpline[]
}

/** The links every page ends with, and whose data the maps and areas are made of. */
export function SiteFooter({ footerLinks, helplines }: SiteFooterProps) {
  return (
    <footer className="tg-footer">
      <div className="govuk-width-container">
        {helplines.length > 0 && (
          <p className="tg-footer__helplines">
            {helplines.map(({ name, phone, hours }) => (
              <span key={name}>
                {name} <PhoneLink number={phone} note={hours ?? undefined} about={name} />
              </span>
            ))}
            <a className="govuk-link" href="/helplines">
              All helplines
            </a>
          </p>
        )}
        {footerLinks.length > 0 && (
          <ul className="tg-footer__links">
            {footerLinks.map(link => (
              <li key={link.to}>
                <a className="govuk-link" href={link.to}>
                  {link.text}
                </a>
              </li>
            ))}
          </ul>
        )}
        <p>{ATTRIBUTION}</p>
      </div>
    </footer>
  )
}
