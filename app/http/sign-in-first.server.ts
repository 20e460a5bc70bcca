import { type AppLoadContext, redirect } from '@remix-run/node'
import { type FormFields, keepForm } from '~/domain/account/kept-form.server'
import { safeNextPath } from './next-path'

/**
 * Sends someone signed out to the sign-in page, which brings them back to the page they asked for. A form that came
 * after their session ran out is kept for them, and they are brought to it.
 */
export async function signInFirst(request: Request, context: AppLoadContext): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const page = pathname.replace(/\.data$/, '')
  const isForm = request.method === 'POST'
  if (!isForm) return redirect(signInAddress(safeNextPath(page + withoutRouteNames(search))))
  const kept = context.timedOutPersonId === null ? null : await keepTypedForm(request, context, page)
  return redirect(signInAddress(kept ?? safeNextPath(page)), 303)
}

async function keepTypedForm(
  request: Request,
  context: AppLoadContext,
  path: string,
): Promise<string | null> {
  if (context.timedOutPersonId === null || safeNextPath(path) === null) return null
  const fields: FormFields = []
  for (const [name, value] of await request.formData()) {
    if (typeof value === 'string' && name !== 'idempotencyKey') fields.push([name, value])
  }
  return `/kept-form/${await keepForm(context, context.timedOutPersonId, { path, fields })}`
}

/** A data request names the parts of the page it wants; the page itself does not. */
function withoutRouteNames(search: string): string {
  const query = new URLSearchParams(search)
  query.delete('_routes')
  return query.size === 0 ? '' : `?${query}`
}

function signInAddress(next: string | null): string {
  return next === null ? '/sign-in' : `/sign-in?${new URLSearchParams({ next })}`
}
