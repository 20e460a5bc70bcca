import type { Kysely } from 'kysely'
import type { KeyRing } from '@db/encryption/key-ring'
import type { JobQueue } from '@db/jobs'
import type { DB } from '@db/schema'

/** What a use case needs of the world: made once by the server or the worker, handed in by the caller, never reached for. */
export interface DomainContext {
  db: Kysely<DB>
  jobs: JobQueue
  keys: KeyRing
  clock: () => Date
}
