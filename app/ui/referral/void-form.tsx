import { type SubmissionResult, useForm } from '@conform-to/react'

import { VOID_REASON_LABELS } from '~/domain/vacancy/vacancy'
import { Button } from '../button'
import { DateInput, type DateParts } from '../date-input'
import { ErrorSummary } from '../error-summary'
import { errorItems, fieldAttributes } from '../form-errors'
import { HiddenFields } from '../hidden-fields'
import { choicesOf } from '../labelled-choices'
import { Radios } from '../radios'

interface VoidFields {
  reason: string
  fromOn: DateParts
  untilOn: DateParts
}

interface VoidFormProps {
  /** The bedspace and its service. */
  about: string
  /** 'YYYY-MM-DD': when a void usually begins. */
  today: string
  idempotencyKey: string
  submission?: SubmissionResult<string[]>
}

/** A bedspace that cannot be used: why, and between which days. */
export function VoidForm({ about, today, idempotencyKey, submission }: VoidFormProps) {
  const [year = '', month = '', day = ''] = today.split('-')
  const start = { day: String(Number(day)), month: String(Number(month)), year }
  const [form, fields] = useForm<VoidFields>({
    id: 'void',
    lastResult: submission,
    defaultValue: { fromOn: start },
  })
  const { reason, fromOn, untilOn } = fields
  return (
    <>
      <ErrorSummary items={errorItems(form, { reason, fromOn, untilOn })} />
      <span className="govuk-caption-l">{about}</span>
      <h1 className="govuk-heading-l">Add a void</h1>
      <p className="tg-lede">
        A bedspace that cannot be used between two days. Referrers see that it is not free.
      </p>
      <form method="post" id={form.id} noValidate>
        <Radios
          {...fieldAttributes(reason)}
          legend="Why can it not be used?"
          small
          choices={choicesOf(VOID_REASON_LABELS)}
        />
        <DateInput
          id={fromOn.id}
          name={fromOn.name}
          allErrors={form.allErrors}
          legend="First day"
          defaultValue={partsOf(fromOn.initialValue)}
        />
        <DateInput
          id={untilOn.id}
          name={untilOn.name}
          allErrors={form.allErrors}
          legend="Day it is free again"
          hint="Leave empty if nobody knows yet"
          defaultValue={partsOf(untilOn.initialValue)}
        />
        <HiddenFields values={{ idempotencyKey }} />
        <Button>Add the void</Button>
      </form>
    </>
  )
}

function partsOf(value: unknown): DateParts {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
