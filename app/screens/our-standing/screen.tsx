import type { SubmissionResult } from '@conform-to/react'

import { PAUSE_REASON_LABELS } from '~/domain/service/paused'
import { href } from '~/paths'
import { StandingTag } from '~/screens/our-services/standing-tag'
import { Button } from '~/ui/form/button'
import { DateInput } from '~/ui/form/date-input'
import { ErrorSummary } from '~/ui/form/error-summary'
import { dateOf, fieldOf, formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { choicesOf } from '~/ui/form/labelled-choices'
import { PostButton } from '~/ui/form/post-button'
import { PostForm } from '~/ui/form/post-form'
import { Radios } from '~/ui/form/radios'
import { Textarea } from '~/ui/form/textarea'
import { BackLink } from '~/ui/page/breadcrumbs'
import { ClosingForm } from './closing-form'
import type { StandingPage } from './facts.server'

/** The page that pauses, opens and closes a service, and says what follows. */
export function StandingScreen({
  page,
  submission,
}: {
  page: StandingPage
  submission?: SubmissionResult<string[]>
}) {
  const form = formStateOf('standing', submission, page.start)
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink to={href('our-services/:serviceId', { serviceId: page.serviceId })}>
          Back to the entry
        </BackLink>
        <ErrorSummary
          items={wrongIn(form, [
            'pausedReason',
            'pausedUntil',
            'pausedNote',
            'decline',
            'leave',
            'primary',
            'note',
          ])}
        />
        <span className="govuk-caption-l">{page.name}</span>
        <h1 className="govuk-heading-l">Open, pause or close</h1>
        <p className="govuk-body">
          <StandingTag standing={page.standing}>{page.standingWords}</StandingTag>
        </p>
        {page.steps.includes('open') && (
          <PostButton values={{ ...page.keys.open, intent: 'open' }}>Open it again</PostButton>
        )}
        {page.steps.includes('pause') && (
          <PostForm id={form.formId} noValidate>
            <h2 className="govuk-heading-m">{page.standing === 'paused' ? 'Change the pause' : 'Pause'}</h2>
            <p className="govuk-body">
              A paused service is found and says that it is paused. It takes no new referral and offers
              nothing free; referrals that are open go on.
            </p>
            <Radios
              {...fieldOf(form, 'pausedReason')}
              legend="Why is it paused?"
              small
              choices={choicesOf(PAUSE_REASON_LABELS)}
            />
            <DateInput
              {...dateOf(form, 'pausedUntil')}
              legend="Until about when? (optional)"
              hint="It is opened again by you, not by the day"
            />
            <Textarea
              {...fieldOf(form, 'pausedNote')}
              label="What else you keep about the pause (optional)"
              hint="Read by your people and editors"
              rows={2}
            />
            <HiddenFields values={{ ...page.keys.pause, intent: 'pause' }} refused={submission} />
            <Button>{page.standing === 'paused' ? 'Save the pause' : 'Pause it'}</Button>
          </PostForm>
        )}
        {page.steps.includes('close') && <ClosingForm page={page} submission={submission} />}
      </div>
    </div>
  )
}
