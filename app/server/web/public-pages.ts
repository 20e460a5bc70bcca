import type { RequestHandler, Response } from 'express'
import { londonDay } from '~/domain/time/calendar'
import type { AppServices } from '~/server/services'

/** The pages anybody reads, which say the same to everybody. What is typed is in no address that is kept. */
const PAGES =
  /^\/(services(\/[0-9a-f-]{36})?|family|helplines|professionals|about|accessibility-statement|privacy)?(\?[^?]*)?$/
const TYPED = ['q', 'near']

const LONGEST_MS = 60_000
const MOST = 500

interface KeptPage {
  key: string
  keptAt: number
  /** Of the scripts in the document: each answer has a nonce of its own. */
  nonce: string
  document: string
  contentType: string
}

/**
 * Answers a public page from memory while nothing it shows can have changed: the same services in the index, the same day in
 * London, a minute at the most. A request with a cookie is somebody's own, and passes.
 */
export function publicPages({ search, clock }: Pick<AppServices, 'search' | 'clock'>): RequestHandler {
  const kept = new Map<string, KeptPage>()
  return (request, response, next) => {
    const address = request.originalUrl
    if (request.method !== 'GET' || request.headers.cookie || !isShared(address)) return next()
    const now = clock()
    const key = `${search.version()} ${search.degraded()} ${londonDay(now)}`
    const page = kept.get(address)
    if (page?.key === key && now.getTime() - page.keptAt < LONGEST_MS) return answerWith(page, response)
    keepWhatIsSent(response, document => {
      kept.delete(address)
      kept.set(address, { key, keptAt: now.getTime(), ...document })
      for (const oldest of kept.keys()) if (kept.size > MOST) kept.delete(oldest)
    })
    next()
  }
}

function isShared(address: string): boolean {
  if (!PAGES.test(address)) return false
  const { searchParams } = new URL(address, 'http://localhost')
  return TYPED.every(name => !searchParams.get(name))
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
