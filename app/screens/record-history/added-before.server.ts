import type { AppLoadContext } from '@remix-run/node'
import type { SignedInViewer } from '@db/viewer'
import { type Added, addedAlike } from '~/domain/record-change/added-alike.server'
import { relativeInstant } from '~/domain/time/calendar'
import type { ParsedForm } from '~/http/parse-form.server'

/** The answer to a form that adds what its sender added a moment ago, unless its tick says that another like it is meant; null for every other. */
export async function refusedAsAddedBefore(
  context: AppLoadContext,
  viewer: SignedInViewer,
  { request, form }: { request: Request; form: Pick<ParsedForm<unknown>, 'refuse' | 'sent'> },
  added: Added,
) {
  if ((await request.clone().formData()).get('again') === 'yes') return null
  const at = await addedAlike(context, viewer, added, form.sent)
  if (at === null) return null
  const many = added.many ?? 1
  const what = many === 1 ? 'Just this was' : `Just these ${many} were`
  return form.refuse(
    'again',
    `${what} added ${relativeInstant(at, context.clock())}, and nothing was added now. If you mean ${many === 1 ? 'another' : `${many} more`} like it, tick that you do`,
  )
}
