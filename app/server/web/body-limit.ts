import type { Request, RequestHandler, Response } from 'express'
import { entryCounter, isPlausibleForm } from '~/http/form-limits'
import { sendPlainPage } from './plain-page'
import { formWithText, takesFiles, UPLOAD_BYTES } from './read-upload'

/** The largest form, in bytes: the longest of ours, every answer written in letters of nine bytes, fits in a third. */
const FORM_BYTES = 64 * 1024

const FILE_TYPE = /^multipart\/form-data\s*;/i
const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(;|$)/i

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the only way Express offers to type `response.locals`
  namespace Express {
    interface Locals {
      /** The form that was sent, as it was sent; null where the request carries none. */
      form: Buffer<ArrayBuffer> | null
    }
  }
}

/**
 * Reads what was sent with a POST, before any route and any library sees it, and leaves it in `response.locals.form`. What
 * cannot be a form of ours is refused at its first byte too many. Its length must be announced, as every browser does:
 * Node reads no more than that.
 */
export function readForm(): RequestHandler {
  return (request, response, next) => {
    response.locals.form = null
    if (request.method !== 'POST') return next()
    const refusal = refusalOfHead(request)
    if (refusal !== null) return refuse(response, refusal)
    if (isFile(request)) takeInFile(request, response, next)
    else takeIn(request, response, next)
  }
}

/** The status to refuse with, as far as the header alone tells; null to go on. One page of ours sends a file. */
function refusalOfHead(request: Request): 400 | 413 | 415 | null {
  const { headers } = request
  const length = Number(headers['content-length'] ?? 0)
  if (headers['transfer-encoding'] !== undefined) return 400
  if (isFile(request)) return length > UPLOAD_BYTES ? 413 : null
  if (length > FORM_BYTES) return 413
  return length > 0 && !FORM_TYPE.test(headers['content-type'] ?? '') ? 415 : null
}

function isFile({ headers, path }: Request): boolean {
  return takesFiles(path) && FILE_TYPE.test(headers['content-type'] ?? '')
}

/** The whole file, then a form with its text; everything but that text is held to what any form is. */
function takeInFile(request: Request, response: Response, next: () => void): void {
  const pieces: Buffer[] = []
  request.on('error', () => undefined)
  request.on('data', (piece: Buffer) => pieces.push(piece))
  request.once('end', () => {
    void formWithText(Buffer.concat(pieces), request.headers['content-type'] ?? '').then(form => {
      if (form === null || !isPlausibleForm(form.toString())) return refuse(response, 400)
      response.locals.form = Buffer.from(form.toString())
      next()
    })
  })
}

/** A form broken off on its way is nobody's fault: there is no one left to answer. */
function takeIn(request: Request, response: Response, next: () => void): void {
  const pieces: Buffer[] = []
  const isTooMany = entryCounter()
  request.on('error', () => undefined)
  request.on('data', (piece: Buffer) => {
    if (response.headersSent) return
    if (isTooMany(piece)) return refuse(response, 413)
    pieces.push(piece)
  })
  request.once('end', () => {
    if (response.headersSent) return
    const form = Buffer.concat(pieces)
    if (!isPlausibleForm(form.toString())) return refuse(response, 400)
    response.locals.form = form
    next()
  })
}

/** What is still on its way is not read; the connection cannot be used for another request. */
function refuse(response: Response, status: number): void {
  response.set('Connection', 'close')
  sendPlainPage(response, status)
}
