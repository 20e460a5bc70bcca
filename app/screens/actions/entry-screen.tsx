import type { SubmissionResult } from '@conform-to/react'

import { ErrorSummary } from '~/ui/form/error-summary'
import { formStateOf, wrongIn } from '~/ui/form/form-value'
import { PostButton } from '~/ui/form/post-button'
import { BackLink } from '~/ui/page/breadcrumbs'
import { EntryForm } from './entry-form'
import type { EntryFacts } from './facts.server'
import { type EntryLine, FIELDS_OF_KIND, KIND_WORDS } from './page'
import { Standing } from './register-table'

/** One entry of the register: how it stands, the form that corrects it, and what it said before. */
export function EntryScreen({
  kind,
  line,
  written,
  start,
  mayWrite,
  earlier,
  carried,
  submission,
}: EntryFacts & { submission?: SubmissionResult<string[]> }) {
  const form = formStateOf('entry', submission, start)
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink to="/actions">Back to the register</BackLink>
        <ErrorSummary items={wrongIn(form, FIELDS_OF_KIND[kind])} />
        <span className="govuk-caption-l">
          {line.subject}. {line.place}
        </span>
        <h1 className="govuk-heading-l">{line.words}</h1>
        <EntryStands line={line} written={written} />
        {mayWrite && (
          <>
            <h2 className="govuk-heading-m">Change this {KIND_WORDS[kind].one}</h2>
            <EntryForm kind={kind} form={form} carried={carried} submission={submission} button="Save" />
          </>
        )}
        <Earlier earlier={earlier} mayWrite={mayWrite} />
      </div>
    </div>
  )
}

function EntryStands({ line, written }: { line: EntryLine; written: string }) {
  return (
    <>
      <p className="govuk-body">
        <Standing {...line} />
      </p>
      <p className="govuk-body">
        {[line.nature, line.severity && `${line.severity} severity`, `owner: ${line.owner}`]
          .filter(Boolean)
          .join(', ')}
        {line.due && `, due ${line.due}, ${line.cost.toLowerCase()}`}
      </p>
      <p className="tg-quiet">Last changed {written}</p>
    </>
  )
}

function Earlier({ earlier, mayWrite }: Pick<EntryFacts, 'earlier' | 'mayWrite'>) {
  if (earlier.length === 0) return null
  return (
    <section aria-labelledby="earlier">
      <h2 className="govuk-heading-m" id="earlier">
        What it said before
      </h2>
      <table className="govuk-table">
        <caption className="govuk-visually-hidden">What it said before, the latest first</caption>
        <tbody className="govuk-table__body">
          {earlier.map(({ version, at, when, by, lines, strike }) => (
            <tr key={version} className="govuk-table__row">
              <th scope="row" className="govuk-table__header tg-history__when">
                <time dateTime={at}>{when}</time>
              </th>
              <td className="govuk-table__cell">
                {lines.map(words => (
                  <div key={words}>{words}</div>
                ))}
                <span className="tg-quiet">{by}</span>
                {mayWrite && strike && (
                  <PostButton
                    look="link"
                    about={`of ${when}`}
                    values={{ ...strike, intent: 'strike', version }}
                  >
                    Strike out the words
                  </PostButton>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
