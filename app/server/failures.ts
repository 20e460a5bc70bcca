import type { ErrorRequestHandler, Response } from 'express'
import type { Logger } from 'pino'
import { type DatabaseFailure, databaseFailure } from '@db/database-failure'
import { DATABASE_FAILURES, RETRY_AFTER_SECONDS } from '~/ui/refusals'
import { sendPlainPage } from './plain-page'

/** The last handler: one line in the log, and a page that says what to do and nothing about us. */
export function answerFailures(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
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
