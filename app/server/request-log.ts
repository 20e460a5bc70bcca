import type { RequestHandler } from 'express'
import type { Logger } from 'pino'

/** One line for each request that was answered: what, where, how, how long. Never a query, a body, a cookie or an address. */
export function logRequests(log: Logger): RequestHandler {
  return (request, response, next) => {
    const start = performance.now()
    response.once('close', () => {
      const ms = Math.round(performance.now() - start)
      const status = response.writableFinished ? response.statusCode : 'aborted'
      log.info({ method: request.method, path: pathPattern(request.originalUrl), status, ms }, 'request')
    })
    next()
  }
}

/**
 * The path as a pattern: plain words stay; ids, and whatever else somebody put into an address, become ':value'.
 * '/cases/1f0c…/plan?name=x' → '/cases/:value/plan'
 */
export function pathPattern(address: string): string {
  const [path = ''] = address.split('?')
  return path
    .split('/')
    .map(part => (part === '' || /^[a-z_-]{1,30}(\.[a-z0-9]{2,5})?$/.test(part) ? part : ':value'))
    .join('/')
}
