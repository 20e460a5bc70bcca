import type { ErrorRequestHandler } from 'express'
import type { Logger } from 'pino'
import { isDatabaseUnavailable } from '~/http/database-unavailable.server'
import { sendPlainPage } from './plain-page'

/** The last handler: one line in the log, and a page that says what to do and nothing about us. */
export function answerFailures(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const isUnavailable = isDatabaseUnavailable(error)
    if (isUnavailable)
      log.error({ event: 'database-unavailable', err: error }, 'The database does not answer')
    else log.error({ err: error, method: request.method }, 'A request failed')
    // The answer has begun: all that is left is to break it off, which Express does.
    if (response.headersSent) return next(error)
    if (isUnavailable) response.set('Retry-After', '10')
    sendPlainPage(response, isUnavailable ? 503 : 500)
  }
}
