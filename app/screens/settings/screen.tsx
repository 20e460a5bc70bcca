import type { SubmissionResult } from '@conform-to/react'

import { href } from '~/paths'
import { Button } from '~/ui/form/button'
import { Checkboxes } from '~/ui/form/checkboxes'
import { DateInput } from '~/ui/form/date-input'
import { ErrorSummary } from '~/ui/form/error-summary'
import {
  dateOf,
  fieldOf,
  type FormState,
  formStateOf,
  listOf,
  startOf,
  textOf,
  wrongIn,
} from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostButton } from '~/ui/form/post-button'
import { PostForm } from '~/ui/form/post-form'
import { Textarea } from '~/ui/form/textarea'
import { TextInput } from '~/ui/form/text-input'
import { BackLink } from '~/ui/page/breadcrumbs'
import { Table } from '~/ui/table'
import type { SettingPage } from './facts.server'

const UNIT_LABELS: Readonly<Record<SettingPage['unit'], string>> = {
  days: 'Days',
  hours: 'Hours',
  months: 'Months',
  'working days': 'Working days',
  years: 'Years',
}

interface SettingProps {
  page: SettingPage
  submission?: SubmissionResult<string[]>
}

/** One setting: what holds, the form, and what was set before. */
export function SettingScreen({ page, submission }: SettingProps) {
  const form = formStateOf('setting', submission, {})
  return (
    <>
      <BackLink to={href('administration/settings', {})}>Settings</BackLink>
      <ErrorSummary items={wrongIn(form, ['value', 'sure', 'validFrom', 'why'])} />
      <span className="govuk-caption-l">Settings</span>
      <h1 className="govuk-heading-l">{page.name}</h1>
      <p className="govuk-body">
        Holds today: <strong className="tg-strong">{page.now}</strong>. {page.about}. The service came with{' '}
        {page.usual}.
      </p>
      {page.maySet && (
        <PostForm id={form.formId} noValidate>
          <h2 className="govuk-heading-m">Set another from a day on</h2>
          <TextInput
            {...fieldOf(form, 'value')}
            label={UNIT_LABELS[page.unit]}
            hint={`From ${page.least} to ${page.most}${page.why ? `. ${page.why}` : ''}`}
            inputMode="numeric"
            width={3}
          />
          <Sure form={form} />
          <DateInput {...dateOf(form, 'validFrom')} legend="Holds from" />
          <Textarea
            {...fieldOf(form, 'why')}
            label="Why"
            hint="The meeting or paper it follows. Name nobody who is or was in prison"
            rows={2}
          />
          <HiddenFields values={page.carried} refused={submission} />
          <Button>Save</Button>
        </PostForm>
      )}
      {page.rows.length > 0 && <Rows page={page} />}
    </>
  )
}

/** The tick that somebody is sure of what goes; asked only where something does. */
function Sure({ form }: { form: FormState }) {
  const ticked = listOf(form.values.sure)
  if (!form.errors.sure && ticked.length === 0) return null
  return (
    <Checkboxes
      {...startOf(form, 'sure')}
      legend="Are you sure?"
      small
      choices={[{ value: textOf(form.values.value), text: 'Yes: let them go' }]}
      defaultOptions={ticked}
    />
  )
}

function Rows({ page: { rows, maySet } }: Pick<SettingProps, 'page'>) {
  return (
    <Table
      caption="All that were set"
      stacks
      rows={rows}
      rowKey={row => row.id}
      rowHeaders
      columns={[
        { heading: 'From', cell: row => row.from },
        { heading: 'Setting', cell: row => (row.struck ? <s>{row.words}</s> : row.words) },
        { heading: 'Why', cell: row => row.why },
        { heading: 'Set by', cell: row => row.by },
        {
          heading: 'Stands',
          cell: row =>
            row.struck ??
            (maySet ? (
              <>
                {row.goes && <div className="tg-quiet">{row.goes}</div>}
                <PostButton
                  look="link"
                  about={`${row.words} from ${row.from}`}
                  values={{ idempotencyKey: row.key, row: row.id, intent: 'strike' }}
                >
                  Strike, it was wrong
                </PostButton>
              </>
            ) : (
              'Yes'
            )),
        },
      ]}
    />
  )
}
