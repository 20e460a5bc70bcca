import type { SubmissionResult } from '@conform-to/react'
import { Link } from '@remix-run/react'

import { DECISION_LABELS } from '~/domain/entry/review'
import { href } from '~/paths'
import { ReviewsTable } from '~/screens/our-service/reviews'
import { StandingTag } from '~/screens/our-services/standing-tag'
import { RecordHistory } from '~/screens/record-history/record-history'
import { Button } from '~/ui/form/button'
import { ErrorSummary } from '~/ui/form/error-summary'
import { fieldOf, formStateOf, wrongIn } from '~/ui/form/form-value'
import { HiddenFields } from '~/ui/form/hidden-fields'
import { PostForm } from '~/ui/form/post-form'
import { Radios } from '~/ui/form/radios'
import { Textarea } from '~/ui/form/textarea'
import { BackLink } from '~/ui/page/breadcrumbs'
import type { Approval } from './facts.server'
import { Places, WholeEntrySections } from './whole-entry'

/** One entry as an editor decides on it. */
export function ApprovalScreen({
  page,
  submission,
}: {
  page: Approval
  submission?: SubmissionResult<string[]>
}) {
  const { id, name, provider, standing, standingWords, parts, whole, changes, decisions, reviews } = page
  const form = formStateOf('review', submission)
  return (
    <>
      <BackLink to={href('approvals', {})}>Back to what waits</BackLink>
      <ErrorSummary items={wrongIn(form, ['decision', 'words'])} />
      <span className="govuk-caption-l">{provider}</span>
      <h1 className="govuk-heading-l">{name}</h1>
      <p className="govuk-body">
        <StandingTag standing={standing}>{standingWords}</StandingTag>
      </p>
      <p className="govuk-body">
        <Link className="govuk-link" to={href('our-services/:serviceId', { serviceId: id })}>
          Open the entry to change it
        </Link>
      </p>
      {standing === 'waiting' ? (
        <WholeEntrySections parts={parts} provider={provider} whole={whole} />
      ) : (
        <>
          <h2 className="govuk-heading-m">What changed since an editor looked</h2>
          <RecordHistory caption="What changed, beside what was" changes={changes} />
          {whole.places.hidden !== null && <Places places={whole.places} provider={provider} />}
        </>
      )}
      {decisions.length > 0 && (
        <PostForm id={form.formId} noValidate>
          <h2 className="govuk-heading-m">Decide</h2>
          <Radios
            {...fieldOf(form, 'decision')}
            legend="What do you decide?"
            small
            choices={decisions.map(value => ({ value, text: DECISION_LABELS[value] }))}
          />
          <Textarea
            {...fieldOf(form, 'words')}
            label="Words to the provider"
            hint="Needed where you send it back, and about a place: with whom it was agreed. Name no address"
          />
          <HiddenFields values={page.carried} refused={submission} />
          <Button>Decide</Button>
        </PostForm>
      )}
      <ReviewsTable
        reviews={reviews}
        correctAt={reviewId => href('approvals/:serviceId/decisions/:reviewId', { serviceId: id, reviewId })}
      />
    </>
  )
}
