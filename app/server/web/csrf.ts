import type { Request, RequestHandler } from 'express'
import { sendPlainPage } from './plain-page'

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS']

/**
 * Refuses what another site makes a browser send. A request that may change something must say that it comes from this
 * site: `Sec-Fetch-Site: same-origin`, or else an Origin that is configured. A bearer token without a cookie is no
 * browser's doing. It stands before every route: the framework's own check leaves out routes without a page.
 */
export function refuseForeignPosts(origins: readonly string[]): RequestHandler {
  return (request, response, next) => {
    if (SAFE_METHODS.includes(request.method) || isOurs(request, origins)) return next()
    sendPlainPage(response, 403)
  }
}

function isOurs(request: Request, origins: readonly string[]): boolean {
  const site = request.get('sec-fetch-site')
  if (site === 'same-origin') return true
  // A browser that knows better is believed before an Origin that anyone may have spelt.
  if (site === 'cross-site' || site === 'same-site') return false
  const origin = request.get('origin')
  if (origin !== undefined && origins.includes(origin)) return true
  return /^Bearer \S/.test(request.get('authorization') ?? '') && request.get('cookie') === undefined
}
