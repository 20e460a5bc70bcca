import type { AppLoadContext } from '@remix-run/node'
import type { SignedInViewer } from '@db/viewer'
import { partForm } from '~/domain/entry/read-field'
import { type EntryResult, savePart } from '~/domain/entry/save-part.server'
import { londonDay } from '~/domain/time/calendar'
import { redirectSaying } from '~/http/message.server'
import { parseForm, type ParsedForm } from '~/http/parse-form.server'
import { notFound, SENT_BEFORE } from '~/http/respond.server'
import { href } from '~/paths'
import { partOfEntry } from './facts.server'

/** Saves one page of an entry. @throws not found where the viewer does not keep it */
export async function savePartFor(
  context: AppLoadContext,
  viewer: SignedInViewer,
  params: { serviceId: string; part: string | undefined },
  request: Request,
) {
  const found = await partOfEntry(context, viewer, params.serviceId, params.part)
  if (found === null) throw notFound()
  const form = await parseForm(request, partForm(found.part.fields, londonDay(context.clock())))
  if (!form.ok) return form.reply
  const change = {
    serviceId: params.serviceId,
    version: form.version ?? 0,
    part: found.part,
    values: form.value,
  }
  const result = await savePart(context, viewer, change, form.sent)
  return entryAnswer(
    context,
    form,
    result,
    `${found.part.title}: saved. What it said before is in the history.`,
  )
}

const OVERTAKEN =
  'Somebody changed this entry while you had the page open. Nothing of yours was saved: look at what is saved now, then save yours if it still holds'
const NOT_DONE = {
  stale: OVERTAKEN,
  not_now: 'That cannot be done as the entry stands now. Nothing was changed: open it again',
  open_there:
    'Somebody still lives there. Nothing was changed: record that they have left, or have moved elsewhere, then close it',
  not_ticked:
    'Tick every referral and every nomination that is open there. Nothing was changed, and nobody has been told anything',
  referral_moved:
    'One of the referrals or nominations has moved on meanwhile. Nothing was changed, and nobody has been told anything: look at the list again',
  names_person:
    'People at triage read these words, and may not know who the person is. Take out names, numbers and dates of birth',
  organisation_closed:
    'The organisation is closed. Nothing was changed: an editor opens the organisation first, then this',
} as const

/** The answer to a form about an entry: on to its page unless told, or what is in the way. */
export function entryAnswer(
  context: AppLoadContext,
  form: Pick<ParsedForm<unknown>, 'refuse'>,
  result: EntryResult,
  said: string,
  to?: string,
) {
  if (result.ok) {
    const entry = href('our-services/:serviceId', { serviceId: result.serviceId })
    return redirectSaying(context, to ?? entry, said)
  }
  if (result.reason === 'not_found') throw notFound()
  if (result.reason === 'different') return form.refuse('', SENT_BEFORE)
  return form.refuse('', NOT_DONE[result.reason], 409)
}
