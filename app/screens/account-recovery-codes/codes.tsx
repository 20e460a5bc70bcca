import { ButtonLink } from '~/ui/form/button'
import { PrintLink } from '~/ui/page/print-link'
import { WarningText } from '~/ui/warning-text'

export interface CodesProps {
  codes: readonly string[]
  /** Where to go on to. */
  next: string
}

/** Ten recovery codes: this is the one time they are shown. */
export function Codes({ codes, next }: CodesProps) {
  return (
    <>
      <PrintLink />
      <h1 className="govuk-heading-l">Keep your recovery codes</h1>
      <p className="govuk-body">
        Each signs you in once, after your password, when you cannot use your second factor. Print them or
        write them down, and keep them where you keep keys, not beside your password.
      </p>
      <WarningText>
        They are shown this once. Throughgate does not keep them in a form it can show again.
      </WarningText>
      <ol className="govuk-list tg-codes">
        {codes.map(code => (
          <li key={code}>
            <span className="tg-code">{code}</span>
          </li>
        ))}
      </ol>
      <ButtonLink to={next}>I have kept them: continue</ButtonLink>
    </>
  )
}
