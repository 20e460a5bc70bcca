import type { AppLoadContext } from '@remix-run/node'
import type { SignedInViewer } from '@db/viewer'
import { promisedBehind } from '~/domain/referral/offer/promised-behind.server'
import { changeStay } from '~/domain/referral/stay/change-stay.server'
import { londonDay } from '~/domain/time/calendar'
import { type StayChange, VACANCY_DONE } from '~/domain/vacancy/vacancy-form'
import type { DomainContext } from '~/domain/context'
import { redirectSaying } from '~/http/message.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import type { ParsedForm, RefusedForm } from '~/http/parse-form.server'
import { wasDoneBefore } from '~/http/sent-before.server'
import type { BedspaceWords } from './board'
import { ownBoard, vacancyAnswer } from './own-board.server'
import { promisedBehindWords, sentToReconfirm } from './promised-behind'

/** What the page that changes a stay says of the bedspace. */
export async function stayPageFor(context: DomainContext, viewer: SignedInViewer, bedspaceId: string) {
  const { bedspace, board } = await ownBoard(context, viewer, { bedspaceId })
  const claimId = claimOf(bedspace)
  const promised = claimId ? await promisedBehind(context, viewer, claimId) : null
  return {
    about: [bedspace?.name, board.name, bedspace?.today].filter(Boolean).join(' · '),
    isStay: bedspace?.stay != null,
    hasLeft: bedspace?.leftClaimId != null,
    claimId,
    isPlacement: bedspace?.stay?.referralId != null,
    leaves: bedspace?.stay?.leaves ?? null,
    promised: promised && promisedBehindWords(promised, londonDay(context.clock())),
    idempotencyKey: newIdempotencyKey(),
  }
}

/** The stay that goes on, or ended a few days ago by what may be a mistake. */
function claimOf(bedspace: BedspaceWords | null): string | undefined {
  return bedspace?.stay?.claimId ?? bedspace?.leftClaimId ?? undefined
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
  if (claimId === null || claimOf(bedspace) !== claimId) {
    if (await wasDoneBefore(context, viewer, form.sent))
      return redirectSaying(context, '/vacancies', VACANCY_DONE.stay)
    return form.refuse('', bedspace?.stay ? ANOTHERS : NOBODY, 409)
  }
  const result = await changeStay(context, viewer, { claimId, change }, form.sent)
  const goesOn = result.ok && change.kind !== 'left'
  const links = goesOn ? sentToReconfirm(await promisedBehind(context, viewer, claimId)) : []
  return vacancyAnswer(context, form, result, { done: 'stay', links }, reason => FIELDS[reason] ?? '')
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
