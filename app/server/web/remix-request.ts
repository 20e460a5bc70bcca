import { writeReadableStreamToWritable } from '@remix-run/node'
import type { Request as ExpressRequest, Response as ExpressResponse } from 'express'

/**
 * A request as Remix reads it. It stands at the site's own configured address, whatever name a proxy or a browser used for
 * this machine: Remix compares the host with the Origin once more, which csrf.ts has already checked against ours.
 */
export function remixRequest(
  request: ExpressRequest,
  response: ExpressResponse,
  publicOrigin: string,
): Request {
  const gone = new AbortController()
  // Whoever went away before the answer needs none.
  response.once('close', () => {
    if (!response.writableFinished) gone.abort()
  })
  const form = response.locals.form
  return new Request(publicOrigin + request.originalUrl, {
    method: request.method,
    headers: headersFor(request, publicOrigin),
    signal: gone.signal,
    ...(form && { body: form }),
  })
}

/** Sends what Remix answered. */
export async function sendAnswer(response: ExpressResponse, answer: Response): Promise<void> {
  response.status(answer.status)
  for (const [name, value] of answer.headers) response.append(name, value)
  if (answer.body) await writeReadableStreamToWritable(answer.body, response)
  else response.end()
}

function headersFor(request: ExpressRequest, publicOrigin: string): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    for (const each of [value ?? []].flat()) headers.append(name, each)
  }
  for (const name of ['origin', 'x-forwarded-host', 'content-length']) headers.delete(name)
  headers.set('host', new URL(publicOrigin).host)
  if (request.method === 'POST') headers.set('content-type', 'application/x-www-form-urlencoded')
  return headers
}
