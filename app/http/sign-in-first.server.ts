import { type AppLoadContext, redirect } from '@remix-run/node'
import { safeNextPath } from './next-path'

/** Sends someone signed out to the sign-in page, which brings them back to the page they asked for. */
export async function signInFirst(request: Request, _context: AppLoadContext): Promise<Response> {
  return redirect(signInAddress(new URL(request.url)))
}

function signInAddress(asked: URL): string {
  const next = safeNextPath(asked.pathname + asked.search)
  return next === null ? '/sign-in' : `/sign-in?${new URLSearchParams({ next })}`
}
