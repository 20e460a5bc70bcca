import type { AppLoadContext } from '@remix-run/node'
import { z } from 'zod'
import type { SignedInViewer } from '@db/viewer'
import { organisationForm } from '~/domain/organisation/organisation-fields'
import {
  changeOrganisation,
  closeOrganisation,
  findOrganisation,
  type OrganisationResult,
} from '~/domain/organisation/organisations.server'
import { londonDay } from '~/domain/time/calendar'
import { redirectSaying } from '~/http/message.server'
import { parseForm, type ParsedForm } from '~/http/parse-form.server'
import { notFound, SENT_BEFORE } from '~/http/respond.server'
import { href } from '~/paths'
import { sameNameWords } from '~/screens/organisations/same-name'
import { isStrike, strikeFor } from '~/screens/record-history/strike.server'
import { organisationFields } from './facts.server'
import { keptOpenWords } from './page'

const standing = z.object({ intent: z.enum(['close', 'open']) })

const CLOSED = 'It is closed. Its people are signed out, and its invitations let nobody in.'

const STALE =
  'Somebody changed this while you had the page open. Nothing of yours was saved: look at what is saved now, then save yours if it still holds'

/** Saves what is kept of an organisation, closes it or opens it again. @throws not found where the viewer does not keep it */
export async function saveOrganisationFor(
  context: AppLoadContext,
  viewer: SignedInViewer,
  id: string,
  request: Request,
) {
  if ((await findOrganisation(context, viewer, id)) === null) throw notFound()
  if (await isStrike(request)) {
    const to = href('organisations/:organisationId', { organisationId: id })
    return strikeFor(context, viewer, { of: { organisationId: id }, to }, request)
  }
  const button = await parseForm(request.clone(), standing)
  if (button.ok) {
    const isClosed = button.value.intent === 'close'
    const change = { id, version: button.version ?? 0, isClosed }
    const result = await closeOrganisation(context, viewer, change, button.sent)
    return organisationAnswer(context, button, result, isClosed ? CLOSED : 'It is open again.')
  }
  const fields = organisationFields(viewer)
  const form = await parseForm(request, organisationForm(fields, londonDay(context.clock())))
  if (!form.ok) return form.reply
  const change = { id, version: form.version ?? 0, answers: form.value }
  const result = await changeOrganisation(context, viewer, change, form.sent)
  return organisationAnswer(context, form, result, 'Saved. What it said before is in the history below.')
}

/** The answer to a form about an organisation: on to its page, or what is in the way. */
export function organisationAnswer(
  context: AppLoadContext,
  form: Pick<ParsedForm<unknown>, 'refuse'>,
  result: OrganisationResult,
  said: string,
) {
  if (result.ok) {
    const { organisationId } = result
    return redirectSaying(context, href('organisations/:organisationId', { organisationId }), said)
  }
  if (result.reason === 'not_found') throw notFound()
  if (result.reason === 'different') return form.refuse('', SENT_BEFORE)
  if (result.reason === 'same_name') return form.refuse('sameName', sameNameWords(result.names))
  if (result.reason === 'kept_open') return form.refuse('', keptOpenWords(result.by), 409)
  return form.refuse('', STALE, 409)
}
