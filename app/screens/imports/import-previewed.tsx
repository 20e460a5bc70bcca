import type { ImportCode } from '~/domain/import/import-kinds'
import type { SheetLine } from '~/domain/sheet/sheet'
import { href } from '~/paths'
import { Actions, Button } from '~/ui/form/button'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostForm } from '~/ui/form/post-form'
import { Table } from '~/ui/table'
import type { ImportAnswer } from './act.server'
import { countWords, type ImportPreview } from './page'

interface ImportPreviewedProps {
  answer: ImportAnswer
  preview: ImportPreview
  what: ImportCode
}

/** What a file would change, line by line, and the button that takes all of it over. */
export function ImportPreviewed({ answer, preview, what }: ImportPreviewedProps) {
  const { lines, more, seen } = preview
  const again = (
    <a className="govuk-link" href={href('imports/:what', { what })}>
      Send another file
    </a>
  )
  return (
    <>
      <p className="tg-lede">{countWords(preview)}.</p>
      {lines.length === 0 ? (
        <p className="govuk-body">The file changes nothing. {again}</p>
      ) : (
        <>
          {lines.map(line => (
            <LineShown key={line.line} line={line} />
          ))}
          {more > 0 && <p className="govuk-body">{more} lines more change, which are not shown here.</p>}
          <PostForm id="apply" tabIndex={-1} encType="multipart/form-data" noValidate>
            <HiddenFields
              values={{ change: 'apply', file: answer.text, seen, idempotencyKey: answer.idempotencyKey }}
            />
            <Actions>
              <Button>Take over the whole file</Button>
              {again}
            </Actions>
          </PostForm>
        </>
      )}
    </>
  )
}

function LineShown({ line: { line, name, isNew, changes, remarks } }: { line: SheetLine }) {
  return (
    <section>
      <h2 className="govuk-heading-s">
        Line {line}: {name}
        {isNew && ' (new)'}
      </h2>
      {remarks.map(remark => (
        <p key={remark} className="govuk-body">
          {remark}
        </p>
      ))}
      <Table
        caption={`What line ${line} changes`}
        captionHidden
        rowHeaders
        rows={changes}
        rowKey={change => change.label}
        columns={[
          { heading: 'Column', cell: change => change.label },
          { heading: 'Now', cell: change => change.from },
          { heading: 'In the file', cell: change => change.to },
        ]}
      />
    </section>
  )
}
