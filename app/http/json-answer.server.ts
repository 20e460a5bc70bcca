import { createHash } from 'node:crypto'
import type { Viewer } from '@db/viewer'

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

/** A search, a form or a page that makes no sense as sent, in the shape of RFC 9457. Nobody keeps it. */
export function problemAnswer(problem: { status: number }): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'Content-Type': 'application/problem+json; charset=utf-8', 'Cache-Control': 'no-store' },
  })
}
