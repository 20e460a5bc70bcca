import { ErrorSummary } from '~/ui/form/error-summary'
import { Button } from '~/ui/form/button'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostForm } from '~/ui/form/post-form'
import { BackLink } from '~/ui/page/breadcrumbs'
import type { ListAnswer } from './act.server'
import { PreviewForm } from './preview-form'

const FILE = 'release-list-file'

/** Where a prison's release list comes in: the file, what it would change, and a tick for each change. */
export function ReleaseListScreen({ answer }: { answer: ListAnswer | undefined }) {
  return (
    <>
      <BackLink to="/cases">Back to cases</BackLink>
      <ErrorSummary items={errorsOf(answer)} />
      <h1 className="govuk-heading-l">Release list</h1>
      {answer?.preview ? <PreviewForm answer={answer} preview={answer.preview} /> : <UploadForm />}
    </>
  )
}

function errorsOf(answer: ListAnswer | undefined) {
  if (!answer) return []
  const fieldId = answer.preview ? 'ticks' : FILE
  const lines = answer.wrong.map(({ line, say }) => ({ text: `Line ${line}: ${say}`, fieldId }))
  return answer.problem === null ? lines : [{ text: answer.problem, fieldId }, ...lines]
}

function UploadForm() {
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <p className="govuk-body">
          Send the list of who is to be released as a CSV file with a heading for the prison number, the
          release date and the sex. You see what it would change first; nothing is changed without a tick. A
          name in the file is not read, and of who has no case only a code, the day and the sex are kept, to
          count releases.
        </p>
        <p className="govuk-body">
          <a className="govuk-link" href="/cases/release-list/sample.csv">
            Download a sample file
          </a>
        </p>
        <PostForm encType="multipart/form-data" noValidate>
          <div className="govuk-form-group">
            <label className="govuk-label" htmlFor={FILE}>
              File
            </label>
            <div id={`${FILE}-hint`} className="govuk-hint">
              CSV with commas or semicolons, up to 5 MB and 1,000 people
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
      </div>
    </div>
  )
}
