import { createRequestHandler } from '@remix-run/express'
import { type EntryContext, createReadableStreamFromReadable, type ServerBuild } from '@remix-run/node'
import { Outlet, RemixServer, Scripts } from '@remix-run/react'
import compression from 'compression'
import express from 'express'
import { PassThrough } from 'node:stream'
import { renderToPipeableStream } from 'react-dom/server'

/** Run as a process of its own: the least that Remix can serve, to hold the search page against. */

const FUTURE = {
  v3_fetcherPersist: true,
  v3_relativeSplatPath: true,
  v3_throwAbortReason: true,
  v3_lazyRouteDiscovery: true,
  v3_singleFetch: true,
} as const

function Document() {
  return (
    <html lang="en-GB">
      <head>
        <title>Bare</title>
      </head>
      <body>
        <Outlet />
        <Scripts />
      </body>
    </html>
  )
}

function Page() {
  return <h1>Bare</h1>
}

function render(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(<RemixServer context={context} url={request.url} />, {
      onAllReady() {
        const body = new PassThrough()
        headers.set('Content-Type', 'text/html; charset=utf-8')
        resolve(new Response(createReadableStreamFromReadable(body), { status, headers }))
        pipe(body)
      },
      onShellError: reject,
    })
  })
}

const MANIFEST_ENTRY = {
  hasAction: false,
  hasLoader: false,
  hasErrorBoundary: false,
  hasClientAction: false,
  hasClientLoader: false,
  imports: [],
}

const build: ServerBuild = {
  mode: 'production',
  entry: { module: { default: render } },
  routes: {
    root: { id: 'root', path: '', module: { default: Document } },
    page: { id: 'page', parentId: 'root', index: true, module: { default: Page } },
  },
  assets: {
    version: 'bare',
    url: '/assets/manifest.js',
    entry: { module: '/assets/entry.js', imports: [] },
    routes: {
      root: { id: 'root', path: '', module: '/assets/root.js', ...MANIFEST_ENTRY },
      page: { id: 'page', parentId: 'root', index: true, module: '/assets/page.js', ...MANIFEST_ENTRY },
    },
  },
  publicPath: '/',
  assetsBuildDirectory: 'build/client',
  future: FUTURE,
  isSpaMode: false,
}

const handle = createRequestHandler({ build, mode: 'production' })
const app = express()
app.disable('x-powered-by')
app.use(compression())
app.all('*', (request, response, next) => void handle(request, response, next))
const server = app.listen(Number(process.env.PORT), '127.0.0.1')
process.on('SIGTERM', () => server.close(() => process.exit(0)).closeAllConnections())
