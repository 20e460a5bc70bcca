import { Link } from '@remix-run/react'

export interface MessageShownProps {
  from: string
  subject: string
  when: string
  paragraphs: ReadonlyArray<{ text: string; href: string | null }>
}

/** One email as it would read, as an item of a list. */
export function MessageShown({ from, subject, when, paragraphs }: MessageShownProps) {
  return (
    <li className="tg-message">
      <h2 className="govuk-heading-s tg-message__subject">{subject}</h2>
      <p className="tg-message__head">
        From {from} · {when}
      </p>
      {paragraphs.map(({ text, href }) => (
        <p key={text} className="tg-message__text">
          {href === null ? (
            text
          ) : (
            <Link className="govuk-link" to={href}>
              {text}
            </Link>
          )}
        </p>
      ))}
    </li>
  )
}
