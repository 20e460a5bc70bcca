import type { SubmissionResult } from '@conform-to/react'

import { boxesOf } from '~/domain/time/boxes'
import type { Leaving } from '~/domain/vacancy/vacancy'
import { STAY_ANSWERS } from '~/domain/vacancy/vacancy-form'
import { Button } from '~/ui/form/button'
import { DateInput } from '~/ui/form/date-input'
import { ErrorSummary } from '~/ui/form/error-summary'
import { dateOf, fieldOf, formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostForm } from '~/ui/form/post-form'
import { choicesOf } from '~/ui/form/labelled-choices'
import { Radios } from '~/ui/form/radios'
import { WarningText } from '~/ui/warning-text'

export interface StayFormProps {
  /** The bedspace, its service and what it is now. */
  about: string
  /** It came by a referral, on whose page the departure is recorded. */
  isPlacement: boolean
  /** A departure was recorded, which may be a mistake: then that is all that is asked. */
  hasLeft: boolean
  /** When the person is expected to leave, as it stands. */
  leaves: Leaving | null
  /** Who is promised the bedspace next, and what follows for them. */
  promised: string | null
  /** The stay it is about; none where nobody stays there any more. */
  claimId: string | undefined
  idempotencyKey: string
  submission?: SubmissionResult<string[]>
}

/** What becomes of somebody's stay: left, leaving, or nothing known. */
export function StayForm({ submission, idempotencyKey, claimId, ...stay }: StayFormProps) {
  const form = formStateOf('stay', submission, startOf(stay))
  const { title, lede } = stay.hasLeft ? LEFT : STAYS
  return (
    <>
      <ErrorSummary items={wrongIn(form, ['answer', 'day'])} />
      <span className="govuk-caption-l">{stay.about}</span>
      <h1 className="govuk-heading-l">{title}</h1>
      <p className="tg-lede">{lede}</p>
      {stay.promised && <WarningText>{stay.promised}</WarningText>}
      <PostForm id={form.formId} noValidate>
        <Radios
          {...fieldOf(form, 'answer')}
          legend="The person"
          small
          choices={choicesOf(answersFor(stay))}
        />
        {!stay.hasLeft && (
          <DateInput {...dateOf(form, 'day')} legend="On which day?" hint="Leave empty where nobody knows" />
        )}
        <HiddenFields values={{ claimId, idempotencyKey }} refused={submission} />
        <Button>Save</Button>
      </PostForm>
    </>
  )
}

const STAYS = {
  title: 'When does the person leave?',
  lede: 'A stay claims its bedspace until you say that the person has left. A day that is sure lets the bedspace be offered from then on, after the turnaround; a day that is not is shown as a forecast.',
}

const LEFT = {
  title: 'Has the person not left after all?',
  lede: 'The departure that was recorded is taken back: the stay goes on, and claims its bedspace until you say that the person has left.',
}

/** A stay by a referral ends on the referral's own page; of somebody who has left only that may be wrong. */
function answersFor({ isPlacement, hasLeft }: Pick<StayFormProps, 'isPlacement' | 'hasLeft'>) {
  const { left, ...others } = STAY_ANSWERS
  if (hasLeft) return { stays: 'Has not left: still here' }
  return isPlacement ? others : { left, ...others }
}

/** What stands. Of a stay that must end by a day nobody has said what is so. */
function startOf({ leaves, hasLeft }: Pick<StayFormProps, 'leaves' | 'hasLeft'>) {
  if (hasLeft) return {}
  if (leaves === null) return { answer: 'stays' }
  const day = boxesOf(leaves.on)
  return leaves.mustEnd ? { day } : { answer: leaves.isSure ? 'sure' : 'about', day }
}
