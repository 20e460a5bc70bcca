import { createKeyRing } from '@db/encryption/key-ring'
import { createJobQueue } from '@db/jobs'
import type { DomainContext } from '~/domain/context'
import type { TestDatabase } from '../support/database'

/** What use cases need, on a test's database, with a clock that stands still. */
export function domainContext(database: TestDatabase, now: Date): DomainContext {
  return {
    db: database.app,
    jobs: createJobQueue(),
    keys: createKeyRing(Buffer.alloc(32, 7)),
    clock: () => now,
  }
}
