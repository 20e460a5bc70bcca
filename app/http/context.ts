import type { Logger } from 'pino'
import type { SearchService } from '@search/search-service'
import type { Viewer } from '@db/viewer'
import type { AccountSecrets } from '~/domain/account/account-secrets.server'
import type { EndedSession, HalfSession } from '~/domain/account/session.server'
import type { DomainContext } from '~/domain/context'
import type { AppConfig } from '~/config/config'

/** Who is signed in, as the page's header says it. */
export interface CurrentSession {
  id: string
  personName: string
  organisationName: string
}

/** What every loader and action is given: the live parts of the server, made once, and what is known about this request. */
interface AppContext extends DomainContext {
  search: SearchService
  config: AppConfig
  viewer: Viewer
  session: CurrentSession | null
  /** Somebody whose second factor is wanted still: `viewer` is nobody until it was given. */
  halfSession: HalfSession | null
  /** The session this browser had, where it ended before this request: what was typed is kept for its person; else null. */
  endedSession: EndedSession | null
  secrets: AccountSecrets
  /** The client's network address; used as a keyed hash by the sign-in throttle, never written down. */
  clientAddress: string
  cspNonce: string
  log: Logger
}

declare module '@remix-run/server-runtime' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the only form in which Remix takes it
  interface AppLoadContext extends AppContext {}
}
