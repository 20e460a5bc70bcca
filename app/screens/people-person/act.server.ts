import type { AppLoadContext } from '@remix-run/node'
import type { z } from 'zod'
import type { FormRequest } from '@db/idempotency'
import type { SignedInViewer } from '@db/viewer'
import {
  type AccessResult,
  type AccessTarget,
  changeRole,
  endAccess,
  renamePerson,
} from '~/domain/people/change-access.server'
import { personActSchema } from '~/domain/people/people-forms'
import { redirectSaying } from '~/http/message.server'
import { parseForm } from '~/http/parse-form.server'
import { notFound, SENT_BEFORE } from '~/http/respond.server'
import { DONE, NOT_CHANGED } from './page'

type Act = z.output<typeof personActSchema>

/** Corrects a name, changes a role or ends an access. @throws the page that is not there, for an access that is not the viewer's to keep */
export async function personActFor(
  context: AppLoadContext,
  viewer: SignedInViewer,
  membershipId: string,
  request: Request,
) {
  const form = await parseForm(request, personActSchema)
  if (!form.ok) return form.reply
  const target = { membershipId, version: form.version ?? 0 }
  const result = await actOn(context, viewer, target, form.value, form.sent)
  const { intent } = form.value
  if (result.ok) {
    // Who is no longer what they were has no list of people to go back to.
    const isOwn = membershipId === viewer.membershipId && intent !== 'name'
    return redirectSaying(
      context,
      isOwn ? '/' : intent === 'end' ? '/people' : `/people/${membershipId}`,
      DONE[intent],
    )
  }
  if (result.reason === 'not_found') throw notFound()
  if (result.reason === 'different') return form.refuse('', SENT_BEFORE)
  return form.refuse('', NOT_CHANGED[result.reason], result.reason === 'role' ? 422 : 409)
}

function actOn(
  context: AppLoadContext,
  viewer: SignedInViewer,
  target: AccessTarget,
  act: Act,
  sent: FormRequest,
): Promise<AccessResult> {
  if (act.intent === 'name') return renamePerson(context, viewer, target, act.name, sent)
  if (act.intent === 'role') return changeRole(context, viewer, target, act.role, sent)
  return endAccess(context, viewer, target, act.reason, sent)
}
