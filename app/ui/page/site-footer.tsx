export interface FooterLink {
  to: string
  text: string
}

const ATTRIBUTION =
  'Contains OS data © Crown copyright and database right. Contains Royal Mail data © Royal Mail copyright and database ' +
  'right. Contains public sector information licensed under the Open Government Licence v3.0. Made with Natural Earth.'

/** The links every page ends with, and whose data the maps and areas are made of. */
export function SiteFooter({ footerLinks }: { footerLinks: readonly FooterLink[] }) {
  return (
    <footer className="tg-footer">
      <div className="govuk-width-container">
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
