import { Button } from '~/ui/form/button'
import { PostForm } from '~/ui/form/post-form'
import { SummaryList } from '~/ui/summary-list'
import { WarningText } from '~/ui/warning-text'

interface KeptFormProps {
  /** The address it was sent to. */
  path: string
  fields: ReadonlyArray<readonly [name: string, value: string]>
  /** Of which page it is, and of which case or referral; '' where nothing is known of it. */
  about: string
  lines: ReadonlyArray<{ key: string; value: string }>
  idempotencyKey: string
}

/** What somebody typed before their session ran out, to read again. It is sent when they say so, not before. */
export function KeptFormScreen({ path, fields, about, lines, idempotencyKey }: KeptFormProps) {
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <h1 className="govuk-heading-l">What you typed has been kept</h1>
        <WarningText>It has not been sent. Your session ended before it arrived.</WarningText>
        {about !== '' && <h2 className="govuk-heading-m">{about}</h2>}
        <SummaryList rows={lines} />
        <PostForm action={path}>
          {fields.map(([name, value], position) => (
            <input key={`${position} ${name}`} type="hidden" name={name} value={value} />
          ))}
          <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
          <Button>Send it now</Button>
        </PostForm>
        <p className="govuk-body">
          <a className="govuk-link" href={path}>
            Open the page again instead
          </a>
          , and type it afresh. What is kept here goes after an hour.
        </p>
      </div>
    </div>
  )
}
