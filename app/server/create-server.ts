import { constants } from 'node:zlib'
import compression from 'compression'
import express, { type Express, type RequestHandler } from 'express'
import { readForm } from './web/body-limit'
import { refuseForeignPosts } from './web/csrf'
import { answerFailures } from './web/failures'
import { healthz, readyz } from './web/health'
import { ownPages, publicPages } from './web/public-pages'
import { refuseAnothersForm } from './web/refuse-anothers-form'
import { refuseMalformed, refuseOtherMethods } from './web/refuse-malformed'
import { logRequests } from './web/request-log'
import { securityHeaders } from './web/security-headers'
import { logUnreadablePolicies } from './log-policies'
import type { AppServices } from './services'
import { resolveViewer } from './web/session-middleware'

export interface Pages {
  /** Files for the browser; ends with next() when there is none of that name. */
  files: RequestHandler[]
  /** Every page: Remix. */
  remix: RequestHandler
}

/**
 * For pages, which are drawn anew for each request, the levels that pay: the usual ones take twice the time of these, for a page
 * that is a seventh smaller. The built files have their own (remix-pages.ts).
 */
const COMPRESSION: compression.CompressionOptions = {
  level: 2,
  brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } },
}

/** The whole server as one Express application, in the order a request meets it. It holds nothing of its own. */
export function createServer(services: AppServices, pages: Pages): Express {
  const { config, log } = services
  logUnreadablePolicies(log)
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', config.trustProxy ? 1 : false)
  app.set('query parser', false)

  app.use(logRequests(log))
  app.use(securityHeaders(config))
  app.use(refuseMalformed)
  app.get('/healthz', healthz)
  app.get('/readyz', readyz(services))
  for (const files of pages.files) app.use(files)
  app.use(compression(COMPRESSION))
  if (!config.trustProxy) app.use(ignoreForwarded)
  app.use(refuseForeignPosts(config.origins))
  app.use(refuseOtherMethods)
  app.use(readForm())
  if (services.remembersPublicPages) app.use(publicPages(services))
  app.use(resolveViewer({ ...services, publicOrigin: config.publicOrigin }))
  if (services.remembersPublicPages) app.use(ownPages(services))
  app.use(refuseAnothersForm(services.secrets))
  app.all('*', pages.remix)
  app.use(answerFailures(log))
  return app
}

/** A client may claim to be anyone by these; only a declared proxy is believed. */
const ignoreForwarded: RequestHandler = (request, _response, next) => {
  for (const name of Object.keys(request.headers)) {
    if (name.startsWith('x-forwarded-') || name === 'forwarded') delete request.headers[name]
  }
  next()
}
