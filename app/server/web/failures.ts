import type { ErrorRequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import { z } from 'zod'
import { type DatabaseFailure, databaseFailure } from '@db/database-failure'
import { DATABASE_FAILURES, RETRY_AFTER_SECONDS } from '~/ui/page/refusals'
import { sendPlainPage } from './plain-page'

/** What the file server throws: a 4xx, with the headers that belong to it. */
const HTTP_ERROR = z.object({
  status: z.int().min(400).max(499),
  headers: z.record(z.string(), z.string()).default({}),
})

/** The last handler: one line in the log, and a page that says what to do and nothing about us. */
export function answerFailures(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const refused = refusedRequest(error)
    if (refused && response.headersSent) return next(error)
    // Whoever asked was wrong, not we: the line of the request itself says so.
    if (refused) return sendPlainPage(response.set(refused.headers), refused.status)
    const failure = databaseFailure(error)
    if (failure) log.error({ event: `database-${failure}`, err: error }, DATABASE_FAILURES[failure].inTheLog)
    else log.error({ err: error, method: request.method }, 'A request failed')
    // The answer has begun: all that is left is to break it off, which Express does.
    if (response.headersSent) return next(error)
    if (failure) sendUnavailable(response, failure)
    else sendPlainPage(response, 500)
  }
}

function sendUnavailable(response: Response, failure: DatabaseFailure): void {
  response.set('Retry-After', String(RETRY_AFTER_SECONDS))
  sendPlainPage(response, 503, DATABASE_FAILURES[failure])
}

/** The status and headers of an error that says the request was wrong, as a file asked for in part or unread; else null. */
function refusedRequest(error: unknown): { status: number; headers: Record<string, string> } | null {
  const parsed = HTTP_ERROR.safeParse(error)
  return parsed.success ? parsed.data : null
}
