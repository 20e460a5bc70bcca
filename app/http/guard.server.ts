import type { AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import { closedMeanwhile, databaseFailure } from '@db/database-failure'
import type { SignedInViewer, Viewer } from '@db/viewer'
import { DATABASE_FAILURES, ORGANISATION_CLOSED } from '~/ui/page/refusals'
import { type Audience, isInAudience } from './audience'
import { notFound, refusalPage } from './respond.server'
import { signInFirst } from './sign-in-first.server'

export { notFound } from './respond.server'

type ViewerOf<A extends Audience> = A extends 'anyone' ? Viewer : SignedInViewer

export interface GuardedArgs<A extends Audience> {
  request: Request
  params: LoaderFunctionArgs['params']
  context: AppLoadContext
  viewer: ViewerOf<A>
}

/** A loader or action that says whom it serves, so that a test can read it off the built server. */
export type Guarded<Answer> = ((args: LoaderFunctionArgs) => Promise<Answer>) & { audience: Audience }

/**
 * Makes a loader or an action that runs for its audience only: someone signed out goes to sign in first and comes
 * back; anyone else outside the audience gets the page that is not there. A database that is away, or busy, becomes a
 * 503 page that says which, and what to do; an organisation that closed in that instant a 409 page.
 */
export function guarded<const A extends Audience, Answer>(
  audience: A,
  handler: (args: GuardedArgs<A>) => Promise<Answer> | Answer,
): Guarded<Answer> {
  async function guardedHandler({ request, params, context }: LoaderFunctionArgs): Promise<Answer> {
    const asking = audience === 'setting-up' ? settingUp(context) : context.viewer
    if (!isInAudience(asking, audience)) throw await refuse(request, context)
    // Past the check above the viewer is one the audience admits, which is what the type says.
    const viewer = asking as ViewerOf<A>
    try {
      return await handler({ request, params, context, viewer })
    } catch (error) {
      throw closedMeanwhile(error) ? refusalPage(409, ORGANISATION_CLOSED) : asUnavailable(error, context)
    }
  }
  return Object.assign(guardedHandler, { audience })
}

/** Who has a factor sets up no other by the password alone. */
function settingUp({ viewer, halfSession }: AppLoadContext): Viewer {
  return halfSession && !halfSession.hasFactor ? halfSession.viewer : viewer
}

function refuse(request: Request, context: AppLoadContext): Response | Promise<Response> {
  return context.viewer.kind === 'public' ? signInFirst(request, context) : notFound()
}

function asUnavailable(error: unknown, context: AppLoadContext): unknown {
  const failure = databaseFailure(error)
  if (failure === null) return error
  const { inTheLog, title, paragraphs } = DATABASE_FAILURES[failure]
  context.log.error({ event: `database-${failure}`, err: error }, inTheLog)
  return refusalPage(503, { title, paragraphs: [...paragraphs] })
}
