import { useActionData, useLoaderData } from '@remix-run/react'

import { londonDay } from '~/domain/time/calendar'
import { changeStay } from '~/domain/referral/stay/change-stay.server'
import { stayForm, VACANCY_DONE } from '~/domain/vacancy/vacancy-form'
import { guarded } from '~/http/guard.server'
import { redirectSaying } from '~/http/message.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { ownBoard, vacancyAnswer } from '~/screens/vacancies/own-board.server'
import { idFrom } from '~/http/params.server'
import { parseForm } from '~/http/parse-form.server'
import { wasDoneBefore } from '~/http/sent-before.server'
import { BackLink } from '~/ui/page/breadcrumbs'
import { pageTitle } from '~/ui/page/page-title'
import { StayForm } from '~/screens/vacancies/stay-form'

export { links } from '~/styles/work'

export const meta = () => pageTitle('When does the person leave?')

export const loader = guarded('provider', async ({ context, viewer, params }) => {
  const { bedspace, board } = await ownBoard(context, viewer, { bedspaceId: idFrom(params, 'bedspaceId') })
  return {
    about: [bedspace?.name, board.name, bedspace?.today].filter(Boolean).join(' · '),
    isStay: bedspace?.stay != null,
    claimId: bedspace?.stay?.claimId,
    isPlacement: bedspace?.stay?.referralId != null,
    idempotencyKey: newIdempotencyKey(),
  }
})

export const action = guarded('provider', async ({ request, context, viewer, params }) => {
  const form = await parseForm(request, stayForm(londonDay(context.clock())))
  const { bedspace } = await ownBoard(context, viewer, { bedspaceId: idFrom(params, 'bedspaceId') })
  if (!form.ok) return form.reply
  const { claimId, change } = form.value
  if (claimId === null || bedspace?.stay?.claimId !== claimId) {
    if (await wasDoneBefore(context, viewer, form.sent))
      return redirectSaying(context, '/vacancies', VACANCY_DONE.stay)
    return form.refuse(
      '',
      bedspace?.stay ? ANOTHERS : 'Nobody stays there any more: look at the board as it is now',
      409,
    )
  }
  const result = await changeStay(context, viewer, { claimId, change }, form.sent)
  return vacancyAnswer(context, form, result, 'stay', reason => FIELDS[reason] ?? '')
})

const ANOTHERS =
  'Another person stays there now than when you opened this page. Nothing was saved: check whom you mean, and save again only if it is so of the person who is there now'

const FIELDS: Readonly<Record<string, string>> = {
  day_to_come: 'day',
  day_passed: 'day',
  before_stay: 'day',
  promised: 'day',
}

export default function VacancyStay() {
  const { isStay, ...page } = useLoaderData<typeof loader>()
  const submission = useActionData<typeof action>()?.submission
  return (
    <div className="govuk-grid-row">
      <div className="govuk-grid-column-two-thirds">
        <BackLink to="/vacancies">Back to your vacancies</BackLink>
        {isStay || submission ? (
          <StayForm {...page} submission={submission} />
        ) : (
          <>
            <span className="govuk-caption-l">{page.about}</span>
            <h1 className="govuk-heading-l">Nobody stays there now</h1>
            <p className="govuk-body">There is no stay to change.</p>
          </>
        )}
      </div>
    </div>
  )
}

export { RefusalBoundary as ErrorBoundary } from '~/http/refusal-boundary'
