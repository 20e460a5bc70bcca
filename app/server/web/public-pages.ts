import type { Request, RequestHandler, Response } from 'express'
import { FACET_PARAMS, OPEN_PARAM } from '~/domain/directory/search-query'
import { londonDay } from '~/domain/time/calendar'
import type { AppServices } from '~/server/services'
import { createPageMemory, type KeptPage } from './page-memory'

/** The pages anybody reads, which say the same to everybody. */
const PAGES =
  /^\/(services(\/[0-9a-f-]{36})?|family|helplines|professionals|about|accessibility-statement|privacy)?$/
/** What may stand in the address of a search that is kept; not `print`, whose whole list is large and seldom asked for. */
const CHOSEN: ReadonlySet<string> = new Set([...Object.values(FACET_PARAMS), OPEN_PARAM, 'sort', 'page'])
/** What the form sends beside it. Nothing typed is in an address that is kept. */
const SENT_EMPTY: ReadonlySet<string> = new Set(['q', 'near'])

const LONGEST_MS = 60_000
const MOST_BYTES = 50_000_000

type Memory = Pick<AppServices, 'search' | 'clock'>

/** A page anybody reads, from memory. A request with a cookie is somebody's own, and passes. */
export function publicPages(services: Memory): RequestHandler {
  return fromMemory(services, request =>
    request.headers.cookie || !isShared(request.originalUrl) ? null : '',
  )
}

/**
 * The directory for somebody signed in, from memory: a page no browser may keep is asked for again whenever she comes back to her
 * list. It is kept for her membership and her session alone. One with another cookie has something to say once, and passes.
 */
export function ownPages(services: Memory): RequestHandler {
  return fromMemory(services, (request, { locals: { viewer, session } }) => {
    if (viewer.kind !== 'member' || !session || request.headers.cookie?.includes(';')) return null
    if (pathOf(request.originalUrl) !== '/services' || !isShared(request.originalUrl)) return null
    return JSON.stringify([viewer, session])
  })
}

/**
 * Answers a page from memory while nothing it shows can have changed: the same services and vacancies in the index, the same day in
 * London, a minute at the most. @param whose whom a page may be kept for; null where it may not
 */
function fromMemory(
  { search, clock }: Memory,
  whose: (request: Request, response: Response) => string | null,
): RequestHandler {
  const kept = createPageMemory(MOST_BYTES)
  return (request, response, next) => {
    const owner = request.method === 'GET' ? whose(request, response) : null
    if (owner === null) return next()
    const address = `${owner} ${request.originalUrl}`
    const now = clock()
    const key = `${search.version()} ${search.degraded()} ${londonDay(now)}`
    const page = kept.of(address)
    if (page?.key === key && now.getTime() - page.keptAt < LONGEST_MS) return answerWith(page, response)
    keepWhatIsSent(response, document => {
      kept.keep(address, { key, keptAt: now.getTime(), ...document })
    })
    next()
  }
}

const pathOf = (address: string) => address.split('?')[0]

function isShared(address: string): boolean {
  const [path = '', ...search] = address.split('?')
  if (!PAGES.test(path) || search.length > 1) return false
  const asked = [...new URLSearchParams(search[0])]
  if (path !== '/services') return asked.length === 0
  return asked.every(([name, value]) => CHOSEN.has(name) || (SENT_EMPTY.has(name) && value === ''))
}

function answerWith({ document, nonce, contentType }: KeptPage, response: Response): void {
  response.set('Content-Type', contentType)
  response.end(document.replaceAll(nonce, response.locals.cspNonce))
}

/** Only a whole document that was found is kept, and none that gives the browser a cookie. */
function keepWhatIsSent(response: Response, keep: (page: Omit<KeptPage, 'key' | 'keptAt'>) => void): void {
  const pieces: Buffer[] = []
  const { write, end } = response
  response.write = function (this: Response, ...args: Parameters<typeof write>) {
    pieces.push(Buffer.from(args[0] as Uint8Array))
    return write.apply(this, args)
  } as typeof write
  response.end = function (this: Response, ...args: Parameters<typeof end>) {
    const contentType = String(response.getHeader('Content-Type') ?? '')
    const isPage = response.statusCode === 200 && contentType.startsWith('text/html')
    if (isPage && !response.getHeader('Set-Cookie') && typeof args[0] !== 'string') {
      keep({ document: Buffer.concat(pieces).toString('utf8'), nonce: response.locals.cspNonce, contentType })
    }
    return end.apply(this, args)
  } as typeof end
}
