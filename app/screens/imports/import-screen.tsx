import { IMPORT_KINDS, type ImportCode } from '~/domain/import/import-kinds'
import { href } from '~/paths'
import { Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostForm } from '~/ui/form/post-form'
import { BackLink } from '~/ui/page/breadcrumbs'
import type { ImportAnswer } from './act.server'
import { ImportPreviewed } from './import-previewed'

const FILE = 'import-file'

interface ImportScreenProps {
  what: ImportCode
  columns: readonly { heading: string; may: string }[]
  answer: ImportAnswer | undefined
}

/** Where a file of one kind comes in: the file, then what it would change line by line. */
export function ImportScreen({ what, columns, answer }: ImportScreenProps) {
  const { title, about } = IMPORT_KINDS[what]
  return (
    <>
      <BackLink to={href('imports', {})}>Back to files in and out</BackLink>
      <ErrorSummary
        items={(answer?.wrong ?? []).map(text => ({ text, fieldId: answer?.preview ? 'apply' : FILE }))}
      />
      <h1 className="govuk-heading-l">{title} by file</h1>
      {answer?.preview ? (
        <ImportPreviewed answer={answer} preview={answer.preview} what={what} />
      ) : (
        <div className="govuk-grid-row">
          <div className="govuk-grid-column-two-thirds">
            <p className="govuk-body">{about}</p>
            <p className="govuk-body">
              You see what the file would change first, line by line. It is taken over as a whole, or nothing
              of it.
            </p>
            <ul className="govuk-list">
              <li>
                <a className="govuk-link" href={href('exports/:file', { file: `${what}.csv` })}>
                  Download what is kept now
                </a>
                , to change it and send it back
              </li>
              <li>
                <a className="govuk-link" href={href('imports/:what/template.csv', { what })}>
                  Download the headings alone
                </a>
              </li>
            </ul>
            <UploadForm />
            <Columns columns={columns} />
          </div>
        </div>
      )}
    </>
  )
}

function UploadForm() {
  return (
    <PostForm encType="multipart/form-data" noValidate>
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor={FILE}>
          File
        </label>
        <div id={`${FILE}-hint`} className="govuk-hint">
          CSV with commas or semicolons, up to 5 MB and 10,000 lines
        </div>
        <input
          className="govuk-file-upload"
          id={FILE}
          name="file"
          type="file"
          accept=".csv,text/csv"
          aria-describedby={`${FILE}-hint`}
        />
      </div>
      <HiddenFields values={{ change: 'read' }} />
      <Button>See what it would change</Button>
    </PostForm>
  )
}

function Columns({ columns }: Pick<ImportScreenProps, 'columns'>) {
  return (
    <details className="govuk-details">
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">What each column may hold</span>
      </summary>
      <div className="govuk-details__text">
        <dl className="tg-lined">
          {columns.map(({ heading, may }) => (
            <div key={heading} className="tg-lined__row">
              <dt>{heading}</dt>
              <dd>{may}</dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  )
}
