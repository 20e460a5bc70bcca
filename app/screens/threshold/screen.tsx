import type { SubmissionResult } from '@conform-to/react'

import { href } from '~/paths'
import { Button } from '~/ui/form/button'
import { DateInput } from '~/ui/form/date-input'
import { ErrorSummary } from '~/ui/form/error-summary'
import { dateOf, fieldOf, formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostButton } from '~/ui/form/post-button'
import { PostForm } from '~/ui/form/post-form'
import { Textarea } from '~/ui/form/textarea'
import { TextInput } from '~/ui/form/text-input'
import { BackLink } from '~/ui/page/breadcrumbs'
import { Table } from '~/ui/table'
import type { RowShown, ThresholdPage } from './facts.server'

/** The thresholds of one indicator: what holds now, the form that sets another from a day on, and all that were ever set. */
export function ThresholdScreen({
  page,
  submission,
}: {
  page: ThresholdPage
  submission?: SubmissionResult<string[]>
}) {
  const form = formStateOf('threshold', submission, page.start)
  return (
    <>
      <BackLink to={href('unmet-need/traffic-light', {})}>Back to the traffic-light report</BackLink>
      <ErrorSummary items={wrongIn(form, ['green', 'amber', 'validFrom', 'why'])} />
      <span className="govuk-caption-l">Thresholds</span>
      <h1 className="govuk-heading-l">{page.name}</h1>
      <p className="govuk-body">
        {page.standing
          ? `Holds today: ${page.standing}.`
          : 'No threshold holds yet: it is shown in grey, beside what it read in the first year.'}{' '}
        A figure is rated by the threshold of the last day it is of, so a new one changes no earlier report
        that was rated. One that is dated back says so.
      </p>
      {page.maySet && <ThresholdForm page={page} form={form} submission={submission} />}
      {page.rows.length > 0 && <Rows rows={page.rows} maySet={page.maySet} />}
    </>
  )
}

function ThresholdForm({
  page: { isLess, corrects, mayDateBack, carried },
  form,
  submission,
}: {
  page: ThresholdPage
  form: ReturnType<typeof formStateOf>
  submission?: SubmissionResult<string[]>
}) {
  return (
    <PostForm id={form.formId} noValidate>
      <h2 className="govuk-heading-m">
        {corrects ? `Correct “${corrects}”` : 'Set a threshold from a day on'}
      </h2>
      <p className="govuk-hint">
        {isLess ? 'Less is better: red begins above amber.' : 'More is better: red begins below amber.'}
      </p>
      <TextInput
        {...fieldOf(form, 'green')}
        label={isLess ? 'Green to' : 'Green from'}
        suffix="%"
        inputMode="numeric"
        width={3}
      />
      <TextInput
        {...fieldOf(form, 'amber')}
        label={isLess ? 'Amber to' : 'Amber from'}
        suffix="%"
        inputMode="numeric"
        width={3}
      />
      <DateInput
        {...dateOf(form, 'validFrom')}
        legend="Holds from"
        hint={
          mayDateBack
            ? 'Today or later. A first one may be dated back, so that earlier reports are rated: its reason says when it was agreed'
            : undefined
        }
      />
      <Textarea
        {...fieldOf(form, 'why')}
        label="Why"
        hint="The meeting, paper or baseline it follows, as in: agreed on 4 March 2025. Name nobody who is or was in prison"
        rows={2}
      />
      <HiddenFields values={carried} refused={submission} />
      <Button>{corrects ? 'Correct it' : 'Set it'}</Button>
    </PostForm>
  )
}

function Rows({ rows, maySet }: { rows: readonly RowShown[]; maySet: boolean }) {
  return (
    <Table
      caption="All that were set"
      stacks
      rows={rows}
      rowKey={row => row.id}
      rowHeaders
      columns={[
        { heading: 'From', cell: row => row.from },
        { heading: 'Threshold', cell: row => (row.struck ? <s>{row.words}</s> : row.words) },
        { heading: 'Why', cell: row => row.why },
        { heading: 'Set by', cell: row => `${row.by}${row.isCorrection ? ', as a correction' : ''}` },
        {
          heading: 'Stands',
          cell: row => (
            <>
              {row.struck ?? 'Yes'}
              {maySet && <RowActs row={row} />}
            </>
          ),
        },
      ]}
    />
  )
}

function RowActs({ row }: { row: RowShown }) {
  const about = `“${row.words}” from ${row.from}`
  const values = { idempotencyKey: row.key, row: row.id }
  if (row.struck)
    return row.mayStrikeWords ? (
      <PostButton look="link" about={about} values={{ ...values, intent: 'strike_words' }}>
        Strike out its reason
      </PostButton>
    ) : null
  return (
    <>
      <br />
      <a className="govuk-link" href={row.correctHref}>
        Correct<span className="govuk-visually-hidden"> {about}</span>
      </a>
      <PostButton look="link" about={about} values={{ ...values, intent: 'strike' }}>
        Strike, it was wrong
      </PostButton>
    </>
  )
}
