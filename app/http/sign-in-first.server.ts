import { type AppLoadContext, redirect } from '@remix-run/node'
import { type FormFields, keepForm } from '~/domain/kept-form/kept-form.server'
import { href } from '~/paths'
import { DRAWN_FOR } from '~/ui/form/post-form'
import { safeNextPath } from './next-path'

const SIGN_IN = href('sign-in', {})
const SECOND_FACTOR = href('sign-in/second-factor', {})

/** What is typed there is a secret, or next to nothing; but when somebody is away is typed like anything else. */
const NEVER_KEPT = /^\/account\/(?!cover$)/

/** What belongs to the form as it was drawn, not to what was typed: the form that is shown again has its own. */
const OF_THE_DRAWN_FORM: readonly string[] = ['idempotencyKey', DRAWN_FOR]

/**
 * Sends someone signed out to the sign-in page, and who has given a password to the page of the second factor, which brings them back to the page they asked for. A form that came
 * after their session had ended, by itself or in another window, is kept for them, and they are brought to it.
 */
export async function signInFirst(request: Request, context: AppLoadContext): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const page = pathname.replace(/\.data$/, '')
  const path = safeNextPath(page + withoutRouteNames(search)) ?? safeNextPath(page)
  const ask = context.halfSession === null ? SIGN_IN : SECOND_FACTOR
  if (request.method !== 'POST') return redirect(withNext(ask, path))
  const kept = path === null || NEVER_KEPT.test(path) ? null : await keepTypedForm(request, context, path)
  return redirect(withNext(ask, kept ?? path), 303)
}

async function keepTypedForm(
  request: Request,
  context: AppLoadContext,
  path: string,
): Promise<string | null> {
  if (context.endedSession === null) return null
  const fields: FormFields = []
  for (const [name, value] of await request.formData()) {
    if (typeof value === 'string' && !OF_THE_DRAWN_FORM.includes(name)) fields.push([name, value])
  }
  return `/kept-form/${await keepForm(context, context.endedSession.personId, { path, fields })}`
}

/** A data request names the parts of the page it wants; the page itself does not. */
function withoutRouteNames(search: string): string {
  const query = new URLSearchParams(search)
  query.delete('_routes')
  return query.size === 0 ? '' : `?${query}`
}

/** An address that leads on to `next`; null for nowhere in particular. */
export function withNext(address: string, next: string | null): string {
  return next === null ? address : `${address}?${new URLSearchParams({ next })}`
}
