import type { AppLoadContext } from '@remix-run/node'
import type { SignedInViewer } from '@db/viewer'
import { addEntry } from '~/domain/entry/add-entry.server'
import { isEditor } from '~/domain/entry/keeper'
import { newEntryForm } from '~/domain/entry/new-entry-form'
import { londonDay } from '~/domain/time/calendar'
import { parseForm } from '~/http/parse-form.server'
import { refusedAsAddedBefore } from '~/screens/record-history/added-before.server'
import { entryAnswer } from '~/screens/our-entry/act.server'

/** Begins an entry by the form of the page. */
export async function beginEntryFor(context: AppLoadContext, viewer: SignedInViewer, request: Request) {
  const sentAgain = request.clone()
  const form = await parseForm(request, newEntryForm(londonDay(context.clock())))
  if (!form.ok) return form.reply
  if (isEditor(viewer) && form.value.organisationId === null)
    return form.refuse('organisationId', 'Choose whose service it is')
  const { name, kind, organisationId } = form.value
  const owner = isEditor(viewer) ? organisationId : viewer.organisationId
  const before = await refusedAsAddedBefore(
    context,
    viewer,
    { request: sentAgain, form },
    { table: 'service', serviceId: null, like: { name, kind, organisation_id: owner } },
  )
  if (before) return before
  const result = await addEntry(context, viewer, form.value, form.sent)
  return entryAnswer(context, form, result, 'The entry is begun as a draft. What is missing stands below.')
}
