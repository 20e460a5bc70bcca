import { type AppLoadContext, createRequestHandler, type ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type Request, type RequestHandler, type Response } from 'express'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { constants } from 'node:zlib'
import type { Pages } from '~/server/create-server'
import { remixRequest, sendAnswer } from './remix-request'
import type { AppServices } from '~/server/services'

/** Where `npm run build` leaves its work. */
const BUILD_FOLDER = join(import.meta.dirname, '../../../build')

/**
 * The built pages and files.
 * @throws Error when nothing was built
 */
export async function builtPages(services: AppServices): Promise<Pages> {
  const build = await loadBuild()
  return { files: builtFiles(), remix: remixHandler(services, build) }
}

/** The built server, for what reads its routes. @throws Error when nothing was built */
export async function loadBuild(): Promise<ServerBuild> {
  const path = join(BUILD_FOLDER, 'server/index.js')
  // What Remix builds is a ServerBuild; it comes without types.
  return (await import(pathToFileURL(path).href)) as ServerBuild
}

/** Hands every request to Remix, with the live services and what the middlewares found out. */
export function remixHandler(
  services: AppServices,
  build: ServerBuild | (() => Promise<ServerBuild>),
): RequestHandler {
  const { mode, publicOrigin } = services.config
  const handle = createRequestHandler(build, mode === 'development' ? 'development' : 'production')
  return (request, response, next) => {
    handle(remixRequest(request, response, publicOrigin), loadContext(services, request, response))
      .then(answer => sendAnswer(response, answer))
      .catch(next)
  }
}

function loadContext(services: AppServices, request: Request, { locals }: Response): AppLoadContext {
  const { db, jobs, keys, clock, search, secrets, config, log } = services
  const { publicOrigin, demonstration, mapTileUrl, mapTileCredit, mailFrom, sendsMail } = config
  return {
    ...{ db, jobs, keys, clock, search, secrets, log },
    config: { publicOrigin, demonstration, mapTileUrl, mapTileCredit, mailFrom, sendsMail },
    viewer: locals.viewer,
    session: locals.session,
    halfSession: locals.halfSession,
    endedSession: locals.endedSession,
    cspNonce: locals.cspNonce,
    clientAddress: request.ip ?? '',
  }
}

/** A browser keeps a file for long: its best levels take ten milliseconds once, and save a tenth of the bytes each time. */
const FILE_COMPRESSION: compression.CompressionOptions = {
  level: constants.Z_BEST_COMPRESSION,
  brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } },
}

/**
 * Files under /assets carry their content's hash in their name and never change; those under /static are asked for again
 * hourly. Nothing else is a file, and no page is looked for on the disk.
 */
function builtFiles(): RequestHandler[] {
  const client = join(BUILD_FOLDER, 'client')
  return [
    mounted(
      '/assets',
      express.static(join(client, 'assets'), { immutable: true, maxAge: '1y', index: false }),
    ),
    mounted(
      '/static',
      express.static(join(client, 'static'), { maxAge: '1h', index: false, redirect: false }),
    ),
  ]
}

function mounted(path: string, handler: RequestHandler): RequestHandler {
  const router = express.Router()
  router.use(path, compression(FILE_COMPRESSION), handler)
  return router
}
