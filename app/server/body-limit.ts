import type { RequestHandler } from 'express'
import { sendPlainPage } from './plain-page'

const MEGABYTE = 1024 * 1024

/** The largest body an address takes, in bytes; the first that matches. */
const LIMITS = [{ path: /^\//, bytes: MEGABYTE }]

/**
 * Refuses a body that is too large before any of it is read. Its length must be announced, as every browser does: Node
 * reads no more than that.
 */
export function limitBody(): RequestHandler {
  return (request, response, next) => {
    const { 'content-length': length, 'transfer-encoding': encoding } = request.headers
    const limit = LIMITS.find(each => each.path.test(request.path))?.bytes ?? 0
    const isTooLarge = Number(length ?? 0) > limit
    if (encoding === undefined && !isTooLarge) return next()
    // What is still on its way is not read; the connection cannot be used for another request.
    response.set('Connection', 'close')
    sendPlainPage(response, isTooLarge ? 413 : 400)
  }
}
