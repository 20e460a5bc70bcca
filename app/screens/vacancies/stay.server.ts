import type { AppLoadContext } from '@remix-run/node'
import type { SignedInViewer } from '@db/viewer'
import { changeStay } from '~/domain/referral/stay/change-stay.server'
import { type StayChange, VACANCY_DONE } from '~/domain/vacancy/vacancy-form'
import type { DomainContext } from '~/domain/context'
import { redirectSaying } from '~/http/message.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import type { ParsedForm, RefusedForm } from '~/http/parse-form.server'
import { wasDoneBefore } from '~/http/sent-before.server'
import { ownBoard, vacancyAnswer } from './own-board.server'

/** What the page that changes a stay says of the bedspace. */
export async function stayPageFor(context: DomainContext, viewer: SignedInViewer, bedspaceId: string) {
  const { bedspace, board } = await ownBoard(context, viewer, { bedspaceId })
  return {
    about: [bedspace?.name, board.name, bedspace?.today].filter(Boolean).join(' · '),
    isStay: bedspace?.stay != null,
    claimId: bedspace?.stay?.claimId,
    isPlacement: bedspace?.stay?.referralId != null,
    idempotencyKey: newIdempotencyKey(),
  }
}

/** Changes the stay a form is about, while it is still that of whoever stays there. */
export async function saveStay(
  context: AppLoadContext,
  viewer: SignedInViewer,
  bedspaceId: string,
  form: ParsedForm<{ claimId: string | null; change: StayChange }> | RefusedForm,
) {
  const { bedspace } = await ownBoard(context, viewer, { bedspaceId })
  if (!form.ok) return form.reply
  const { claimId, change } = form.value
  if (claimId === null || bedspace?.stay?.claimId !== claimId) {
    if (await wasDoneBefore(context, viewer, form.sent))
      return redirectSaying(context, '/vacancies', VACANCY_DONE.stay)
    return form.refuse('', bedspace?.stay ? ANOTHERS : NOBODY, 409)
  }
  const result = await changeStay(context, viewer, { claimId, change }, form.sent)
  return vacancyAnswer(context, form, result, 'stay', reason => FIELDS[reason] ?? '')
}

const NOBODY = 'Nobody stays there any more: look at the board as it is now'

const ANOTHERS =
  'Another person stays there now than when you opened this page. Nothing was saved: check whom you mean, and save again only if it is so of the person who is there now'

const FIELDS: Readonly<Record<string, string>> = {
  day_to_come: 'day',
  day_passed: 'day',
  before_stay: 'day',
  promised: 'day',
}
