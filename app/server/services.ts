import type { Logger } from 'pino'
import type { SearchService } from '@search/search-service'
import type { DomainContext } from '~/domain/context'
import type { AccountSecrets } from '~/domain/account/account-secrets.server'
import type { ServerConfig } from '~/config/config'
import type { Readiness } from './web/health'

/** Everything live in this process, made once by serve.ts, or by a test with a clock of its own. */
export interface AppServices extends DomainContext, Omit<Readiness, 'db'> {
  config: ServerConfig
  search: SearchService
  secrets: AccountSecrets
  log: Logger
  /** Pages that are the same for everybody are answered from memory; a test that changes what they show does without. */
  remembersPublicPages: boolean
}
