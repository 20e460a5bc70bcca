import { ASKED_LABELS } from '~/domain/service/asked-topics'
import { LinedFacts } from '~/screens/service/lined-facts'
import { PostButton } from '~/ui/form/post-button'
import type { VerifyPage } from './page'

/** Asks somebody who was sent a link whether what is kept is still right; the button says so, the page does nothing. */
export function VerifyScreen({ name, title, button, since, until, whole, facts }: VerifyPage) {
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <span className="govuk-caption-l">{name}</span>
        <h1 className="govuk-heading-l">{title}</h1>
        <p className="govuk-body">
          It was last confirmed on {since}. Press the button if all of it is still right. You need not sign
          in; the link works once, until {until}.
        </p>
        {facts.length > 0 && (
          <>
            <h2 className="govuk-heading-m">What everybody reads of whom you take</h2>
            <LinedFacts rows={facts.map(({ topic, value }) => ({ key: ASKED_LABELS[topic], value }))} />
          </>
        )}
        <PostButton>{button}</PostButton>
        <p className="govuk-body">
          <a className="govuk-link" href={whole.href}>
            {whole.text}
          </a>
        </p>
      </div>
    </div>
  )
}
