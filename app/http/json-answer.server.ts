import { createHash } from 'node:crypto'
import type { Logger } from 'pino'
import { databaseFailure } from '@db/database-failure'
import type { Viewer } from '@db/viewer'
import { DATABASE_FAILURES, RETRY_AFTER_SECONDS } from '~/ui/page/refusals'

/** What anybody is told may be kept this long: no longer than a page of the directory is. */
const KEPT_SECONDS = 60

/**
 * JSON for whoever asks. What somebody signed out is told may be kept for a minute, and is asked for again by its mark; what
 * somebody signed in is told is kept by nobody, which the session has said already.
 */
export function jsonAnswer(request: Request, viewer: Viewer, answer: unknown): Response {
  const body = JSON.stringify(answer)
  const headers = new Headers({ 'Content-Type': 'application/json; charset=utf-8', Vary: 'Cookie' })
  if (viewer.kind !== 'public') return new Response(body, { headers })
  const mark = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  headers.set('Cache-Control', `public, max-age=${KEPT_SECONDS}`)
  headers.set('ETag', mark)
  const isKnown = request.headers.get('If-None-Match')?.split(/,\s*/).includes(mark) ?? false
  return isKnown ? new Response(null, { status: 304, headers }) : new Response(body, { headers })
}

/** What went wrong, in the shape of RFC 9457. Nobody keeps it. */
export function problemAnswer(problem: { status: number }, headers: Record<string, string> = {}): Response {
  const type = { 'Content-Type': 'application/problem+json; charset=utf-8', 'Cache-Control': 'no-store' }
  return new Response(JSON.stringify(problem), { status: problem.status, headers: { ...type, ...headers } })
}

/** The answer; or, where the database is away or busy, which of the two it is and when to ask again. */
export async function orUnavailable(log: Logger, answer: Promise<Response>): Promise<Response> {
  try {
    return await answer
  } catch (error) {
    const failure = databaseFailure(error)
    if (failure === null) throw error
    const { inTheLog, title } = DATABASE_FAILURES[failure]
    log.error({ event: `database-${failure}`, err: error }, inTheLog)
    const problem = { type: 'about:blank', title, status: 503, errors: [] }
    return problemAnswer(problem, { 'Retry-After': String(RETRY_AFTER_SECONDS) })
  }
}
