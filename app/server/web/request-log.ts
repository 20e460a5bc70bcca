import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { PAGES } from '~/paths'

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

/** The first words of the site's addresses, and of its files. */
const SECTIONS = new Set([
  ...PAGES.flatMap(([path]) => path.split('/').slice(0, 1)).filter(word => word !== ''),
  ...['_root', '__manifest', 'assets', 'static', 'healthz', 'readyz'],
])

/**
 * The path as a pattern: plain words stay; ids, and whatever else somebody put into an address, become ':value'. Of an
 * address that is none of ours nothing stays.
 * '/cases/1f0c…/plan?name=x' → '/cases/:value/plan'
 */
export function pathPattern(address: string): string {
  const [path = ''] = address.split('?')
  const parts = path.split('/')
  const isOurs = SECTIONS.has((parts[1] ?? '').replace(/\.data$/, ''))
  return parts
    .map(part =>
      part === '' || (isOurs && /^[a-z_-]{1,30}(\.[a-z0-9]{2,5})?$/.test(part)) ? part : ':value',
    )
    .join('/')
}
