import { Writable } from 'node:stream'

import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'

import { NonceProvider } from '~/ui/page/nonce'
import { RETRY_AFTER_SECONDS } from '~/ui/page/refusals'
import { NOT_FOUND_HTML } from '~/ui/page/static-404'

/** After this many milliseconds a page that is still waiting for data is given up. */
export const streamTimeout = 10_000

/**
 * The document of a page. Everything that is not found is the same static document, whoever asks and whatever is
 * there: no header of a loader, no viewer, no nonce. Security headers are the server's.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> | Response {
  if (status === 404) return notFoundDocument()
  if (status === 503) headers.set('Retry-After', String(RETRY_AFTER_SECONDS))
  return renderDocument(request, status, headers, remixContext, loadContext.cspNonce)
}

/** One log line for a bug. A request the browser gave up is none, nor one for a page that is not there or takes no form. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return
  context.log.error({ err: error, method: request.method }, 'a request failed')
}

function notFoundDocument(): Response {
  return new Response(NOT_FOUND_HTML, {
    status: 404,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
  })
}

function renderDocument(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  nonce: string,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let answered = status
    // Where the page itself is not there any more, nothing is drawn again.
    const { actionData, errors } = remixContext.staticHandlerContext
    const isRefusedForm = status >= 400 && actionData !== null && !errors
    const giveUp = setTimeout(() => abort(), streamTimeout + 1000)
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={nonce}>
        <RemixServer context={remixContext} url={request.url} nonce={nonce} />
      </NonceProvider>,
      {
        nonce,
        // All at once: no page waits for part of its data, and a failure can still choose the status.
        onAllReady() {
          clearTimeout(giveUp)
          headers.set('Content-Type', 'text/html; charset=utf-8')
          pipe(
            gathered(body => {
              const document = isRefusedForm ? titledAsError(body) : body
              resolve(new Response(document, { status: answered, headers }))
            }),
          )
        },
        onShellError(error) {
          clearTimeout(giveUp)
          reject(error instanceof Error ? error : new Error(String(error)))
        },
        onError() {
          answered = 500
        },
      },
    )
  })
}

/**
 * 'Error: ' before the title of a form that is drawn again with what is wrong, for whoever has no script: titles know what a loader
 * found, never what a form was answered. entry.client.tsx takes it off before React compares.
 */
function titledAsError(document: Buffer<ArrayBuffer>): string {
  return document.toString('utf8').replace('<title>', '<title>Error: ')
}

/** In one piece: Remix flushes after every piece it sends, and what is flushed every 2 kB weighs half as much again, compressed. */
function gathered(done: (document: Buffer<ArrayBuffer>) => void): Writable {
  const pieces: Buffer[] = []
  return new Writable({
    write(piece: Buffer, _encoding, next) {
      pieces.push(piece)
      next()
    },
    final(ended) {
      done(Buffer.concat(pieces))
      ended()
    },
  })
}
