import type { AppLoadContext } from '@remix-run/node'
import type { SignedInViewer } from '@db/viewer'
import { browserFamily } from '~/domain/account/browser-family'
import type { FactorOwner } from '~/domain/account/second-factor/factor-context.server'
import { notFound } from './respond.server'

/** What a page of one's own second factor is asked with. */
export interface Asking {
  request: Request
  context: AppLoadContext
  viewer: SignedInViewer
}

/** Whoever keeps their own second factor on this page, in the session of this request. */
export function factorOwner({ request, context, viewer }: Asking): FactorOwner {
  const session = context.session ?? context.halfSession
  if (session === null) throw notFound()
  const browser = browserFamily(request.headers.get('user-agent'))
  return { viewer, sessionId: session.id, isHalf: context.session === null, browser }
}
