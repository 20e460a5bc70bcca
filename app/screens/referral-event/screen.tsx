import type { SubmissionResult } from '@conform-to/react'

import { BackLink } from '~/ui/page/breadcrumbs'
import { RefusalPage } from '~/ui/page/refusal-page'
import { EventForm } from './event-form'
import { type EventPage, notNowWords } from './page'

type Submission = SubmissionResult<string[]>

interface ReferralEventProps {
  page: EventPage
  idempotencyKey: string
  /** What came back: to be mended, or to be looked at again, with what changed meanwhile. */
  sent?: { submission: Submission } | { changed: { submission: Submission; differs: string[] } }
}

/** The page of one event of a referral, or why it cannot be done now. */
export function ReferralEventScreen({ page, idempotencyKey, sent }: ReferralEventProps) {
  const changed = sent && 'changed' in sent ? sent.changed : null
  const submission = sent && 'submission' in sent ? sent.submission : changed?.submission
  if (!page.isAllowed && !submission) return <RefusalPage {...notNowWords(page)} />
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink to={`/referrals/${page.referralId}`}>Back to the referral</BackLink>
        <EventForm
          page={page}
          idempotencyKey={idempotencyKey}
          submission={submission}
          differs={changed?.differs ?? null}
        />
      </div>
    </div>
  )
}
