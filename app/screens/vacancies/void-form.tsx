import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'

import type { Day } from '~/domain/time/calendar'
import { boxesOf } from '~/domain/time/boxes'
import { VOID_CHOICES } from '~/domain/vacancy/vacancy'
import { Button } from '~/ui/form/button'
import { DateInput } from '~/ui/form/date-input'
import { ErrorSummary } from '~/ui/form/error-summary'
import { dateOf, fieldOf, formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostForm } from '~/ui/form/post-form'
import { choicesOf } from '~/ui/form/labelled-choices'
import { Radios } from '~/ui/form/radios'

export interface VoidFormProps {
  /** The bedspace and its service. */
  about: string
  /** What the dates begin with: today, or the days of an offer that was taken back because the bedspace cannot be used. */
  days: { fromOn: Day; untilOn: Day | null }
  isOffered: boolean
  /** The referrals it is promised to, each with what may be done first. */
  promised: readonly { text: string; links: readonly { text: string; href: string }[] }[]
  idempotencyKey: string
  submission?: SubmissionResult<string[]>
}

/** A bedspace that cannot be used: why, and between which days. */
export function VoidForm({ about, days, isOffered, promised, idempotencyKey, submission }: VoidFormProps) {
  const form = formStateOf('void', submission, {
    fromOn: boxesOf(days.fromOn),
    ...(days.untilOn && { untilOn: boxesOf(days.untilOn) }),
  })
  return (
    <>
      <ErrorSummary items={wrongIn(form, ['reason', 'fromOn', 'untilOn'])} />
      <span className="govuk-caption-l">{about}</span>
      <h1 className="govuk-heading-l">Add a void</h1>
      <p className="tg-lede">
        A bedspace that cannot be used between two days. Referrers see that it is not free.
      </p>
      {promised.length > 0 && <Promised promised={promised} />}
      <PostForm id={form.formId} noValidate>
        <Radios
          {...fieldOf(form, 'reason')}
          legend="Why can it not be used?"
          small
          choices={choicesOf(VOID_CHOICES)}
        />
        <DateInput
          {...dateOf(form, 'fromOn')}
          legend="First day"
          hint={isOffered ? 'At first the first night of the offer you took back' : undefined}
        />
        <DateInput
          {...dateOf(form, 'untilOn')}
          legend="Day it is free again"
          hint={UNTIL_HINTS[isOffered && days.untilOn ? 'offered' : 'usual']}
        />
        <HiddenFields values={{ idempotencyKey }} />
        <Button>Add the void</Button>
      </PostForm>
    </>
  )
}

/** Days that are promised cannot be void: the person is given another room first, or the provider takes back what it promised. */
function Promised({ promised }: Pick<VoidFormProps, 'promised'>) {
  return (
    <div className="govuk-inset-text">
      <p className="govuk-body">A void cannot have days that are promised. Settle those first:</p>
      {promised.map(({ text, links }) => (
        <div key={text}>
          <p className="govuk-body">{text}.</p>
          <ul className="govuk-list govuk-list--bullet">
            {links.map(link => (
              <li key={link.href}>
                <Link className="govuk-link" to={link.href}>
                  {link.text}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}

const UNTIL_HINTS = {
  usual: 'Leave empty if nobody knows yet',
  offered:
    'At first the last day of the offer you took back. Change it to the day the bedspace can be used again, or leave it empty if nobody knows yet',
} as const
