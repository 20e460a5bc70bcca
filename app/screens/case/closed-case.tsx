import { Link } from '@remix-run/react'

import type { CasePage } from '~/screens/case/page'
import { NoticeCard } from '~/ui/card'
import { PostButton } from '~/ui/form/post-button'
import { inSentence } from '~/domain/words/english'

interface ClosedCaseProps {
  caseId: string
  closed: NonNullable<CasePage['closed']>
  carried: { idempotencyKey: string; version: number }
}

/** When, by whom and why a case was closed, and the way back. */
export function ClosedCase({ caseId, closed: { when, by, why, note, over }, carried }: ClosedCaseProps) {
  return (
    <NoticeCard title="This case is closed">
      <p className="govuk-body">
        Closed on {when}, by {by}. Reason: {inSentence(why)}.
      </p>
      <p className="govuk-body">
        <Link className="govuk-link" to={`/cases/${caseId}/closing`}>
          Correct why it closed
        </Link>
      </p>
      {note && <blockquote className="tg-said">{note}</blockquote>}
      <p className="govuk-body">
        It is among your team’s closed cases, and cannot be searched for or referred until you reopen it.
      </p>
      <p className="govuk-body">{over}.</p>
      <PostButton values={carried} look="secondary">
        Reopen the case
      </PostButton>
    </NoticeCard>
  )
}
