import type { Request, RequestHandler } from 'express'
import { sendPlainPage } from './plain-page'

/** More questions than any search of ours asks in one address. */
const MOST_PARAMETERS = 200

/** A name or a number with a port, or an IPv6 number in brackets. */
const HOST = /^([a-z0-9._-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/i

/** What a program asks is told in words what was wrong with it: by the address itself. */
const FOR_PROGRAMS = '/api/'

const METHODS = ['GET', 'HEAD', 'POST']

/** Refuses a request line that no page, link or form of ours makes, before anything tries to read it. */
export const refuseMalformed: RequestHandler = (request, response, next) => {
  const status = malformedStatus(request)
  if (status === null) return next()
  sendPlainPage(response, status)
}

/** Answers the methods no page has. */
export const refuseOtherMethods: RequestHandler = (request, response, next) => {
  if (METHODS.includes(request.method)) return next()
  response.set('Allow', METHODS.join(', '))
  sendPlainPage(response, 405)
}

function malformedStatus({ url, headers }: Request): 400 | 404 | null {
  // A whole address is for a proxy, '*' for OPTIONS alone.
  if (!url.startsWith('/') || !HOST.test(headers.host ?? '')) return 400
  const [path = '', ...rest] = url.split('?')
  const query = new URLSearchParams(rest.join('?'))
  if (!path.startsWith(FOR_PROGRAMS) && makesNoPage(query)) return 400
  // The data requests of Remix's first version, one loader at a time; none of our pages makes one.
  return query.has('_data') || !isReadable(path) ? 404 : null
}

function makesNoPage(query: URLSearchParams): boolean {
  return query.size > MOST_PARAMETERS || [...query].flat().some(part => part.includes('\0'))
}

/** Whether every % of a path stands for a letter, and none for NUL. */
function isReadable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}
