import { londonDay } from '~/domain/time/calendar'
import { type ClaimEdit, editClaim } from '~/domain/vacancy/claims/change-claim.server'
import { claimForm } from '~/domain/vacancy/vacancy-form'
import { vacancyRefusalText } from '~/domain/vacancy/vacancy-result'
import { type GuardedArgs, notFound } from '~/http/guard.server'
import { redirectSaying } from '~/http/message.server'
import { idFrom } from '~/http/params.server'
import { parseForm } from '~/http/parse-form.server'
import { takeBackButton } from '~/screens/vacancies/take-back-button.server'
import { claimPageFor } from './facts.server'

const DONE: Record<ClaimEdit['kind'], string> = {
  void: 'The void is changed',
  ready: 'The day it is ready is changed',
  since: 'The first day is corrected',
  left_on: 'The departure is corrected',
  move: 'The move is recorded',
  moved: 'The move is recorded',
  move_on: 'The day of the move is changed',
  take_back: 'Taken back: it claims nothing any more',
  put_back: 'Put back as it was',
}

/** Where a refusal stands. */
const FIELDS: Readonly<Record<string, string>> = {
  room_missing: 'bedspaceId',
  bedspace_taken: 'bedspaceId',
  before_stay: '',
  move_past: 'movesOn',
  after_leaving: 'movesOn',
}

/** Changes a claim of the viewer's own as its page asks. @throws the page that is not there */
export async function saveClaim({ request, context, viewer, params }: GuardedArgs<'provider'>) {
  const claimId = idFrom(params, 'claimId')
  await claimPageFor(context, viewer, claimId)
  const form = await parseForm(request, claimForm(londonDay(context.clock())))
  if (!form.ok) return form.reply
  const { intent: kind, ...rest } = form.value
  const edit = { kind, ...rest } as ClaimEdit
  const result = await editClaim(context, viewer, { claimId, version: form.version ?? -1, edit }, form.sent)
  if (result.ok)
    return redirectSaying(context, `/vacancies/claims/${claimId}`, DONE[kind], [], takeBackButton(result))
  if (result.reason === 'not_found') throw notFound()
  return form.refuse(FIELDS[result.reason] ?? '', vacancyRefusalText(result), 409)
}
