import type { RequestHandler, Response } from 'express'
import type { Kysely } from 'kysely'
import type { DB } from '@db/schema'
import type { Viewer } from '@db/viewer'
import {
  type EndedSession,
  findSession,
  type FoundSession,
  type HalfSession,
} from '~/domain/account/session.server'
import type { CurrentSession } from '~/http/context'
import { readSessionToken } from '~/http/session-cookie'

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the only way Express offers to type `response.locals`
  namespace Express {
    interface Locals {
      cspNonce: string
      viewer: Viewer
      session: CurrentSession | null
      halfSession: HalfSession | null
      endedSession: EndedSession | null
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
  return (request, response, next) => {
    Object.assign(response.locals, NOBODY)
    const token = readSessionToken(publicOrigin, request.headers.cookie)
    if (token === null) return next()
    findSession(db, token, clock())
      .then(found => noteViewer(response, found))
      .then(() => next(), next)
  }
}

const NOBODY = { viewer: { kind: 'public' }, session: null, halfSession: null, endedSession: null } as const

/** Whose session is half sees what anybody sees, and the pages that ask for the second factor. */
function noteViewer(response: Response, found: FoundSession): void {
  if (found.kind === 'ended') response.locals.endedSession = { personId: found.personId, how: found.how }
  if (found.kind === 'half') {
    const { id, viewer, hasFactor } = found
    response.locals.halfSession = { id, viewer, hasFactor }
    response.locals.endedSession = { personId: viewer.personId, how: 'half' }
  }
  if (found.kind === 'live') {
    const { id, personName, organisationName } = found
    Object.assign(response.locals, { viewer: found.viewer, session: { id, personName, organisationName } })
  }
  if (found.kind === 'live' || found.kind === 'half')
    response.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' })
}
