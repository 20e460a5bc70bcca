import type { AppLoadContext } from '@remix-run/node'
import type { SignedInViewer } from '@db/viewer'
import { NEW_FIELDS, organisationForm } from '~/domain/organisation/organisation-fields'
import { addOrganisation } from '~/domain/organisation/organisations.server'
import { londonDay } from '~/domain/time/calendar'
import { parseForm } from '~/http/parse-form.server'
import { organisationAnswer } from '~/screens/organisations-organisation/act.server'

/** Makes an organisation by the form of the page. */
export async function addOrganisationFor(context: AppLoadContext, viewer: SignedInViewer, request: Request) {
  const form = await parseForm(request, organisationForm(NEW_FIELDS, londonDay(context.clock())))
  if (!form.ok) return form.reply
  const result = await addOrganisation(context, viewer, form.value, form.sent)
  return organisationAnswer(
    context,
    form,
    result,
    'The organisation is added. An administrator invites its people.',
  )
}
