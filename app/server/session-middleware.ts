import type { RequestHandler } from 'express'
import type { Kysely } from 'kysely'
import type { DB } from '@db/schema'
import type { Viewer } from '@db/viewer'
import { findSession } from '~/domain/account/session.server'
import type { CurrentSession } from '~/http/context'
import { readSessionToken } from '~/http/session-cookie'

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the only way Express offers to type `response.locals`
  namespace Express {
    interface Locals {
      cspNonce: string
      viewer: Viewer
      session: CurrentSession | null
      timedOutPersonId: string | null
    }
  }
}

interface SessionOptions {
  db: Kysely<DB>
  clock: () => Date
  publicOrigin: string
}

/**
 * Finds out who is looking, before any route runs, and leaves it in `response.locals`. What is shown to someone signed in
 * is kept by no cache and found by no search engine.
 */
export function resolveViewer({ db, clock, publicOrigin }: SessionOptions): RequestHandler {
  return async (request, response, next) => {
    Object.assign(response.locals, { viewer: { kind: 'public' }, session: null, timedOutPersonId: null })
    const token = readSessionToken(publicOrigin, request.headers.cookie)
    if (token === null) return next()
    try {
      const found = await findSession(db, token, clock())
      if (found.kind === 'timed-out') response.locals.timedOutPersonId = found.personId
      if (found.kind !== 'live') return next()
      const { id, personName, organisationName } = found
      Object.assign(response.locals, { viewer: found.viewer, session: { id, personName, organisationName } })
      keepPrivate(response)
      next()
    } catch (error) {
      next(error)
    }
  }
}

function keepPrivate(response: Parameters<RequestHandler>[1]): void {
  response.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' })
}
