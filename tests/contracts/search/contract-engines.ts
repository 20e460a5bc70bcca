import { afterAll, describe, it } from 'vitest'
import { createInsideEngine } from '@search/inside/inside-engine'
import { createMeilisearchEngine } from '@search/meilisearch/meilisearch-engine'
import { createMeilisearchKeys, type MeilisearchKeys } from '@search/meilisearch/meilisearch-keys'
import type { SearchEngine } from '@search/search-engine'
import { noteMissingMeilisearch } from '@tests/support/missing-meilisearch'
import { startMeilisearch, type TestMeilisearch } from '@tests/support/meilisearch'

/** A busy machine must not fail a test that is not about time. */
export const PATIENT = { searchTimeoutMs: 20_000 }

/** Makes an engine of one kind; a new Meilisearch engine is on the same server as the one before. */
export type MakeEngine = (options?: { typoTolerance?: boolean }) => SearchEngine

/**
 * Runs the same cases over both engines. Where no Meilisearch can be had its run is skipped, and says so at the end.
 */
export async function describeEngines(
  title: string,
  cases: (make: MakeEngine, name: string) => void,
): Promise<void> {
  describe(`${title}: the inside engine`, () => cases(options => createInsideEngine(options), 'inside'))
  await describeMeilisearch(title, ({ url }, keys) => {
    cases(options => createMeilisearchEngine({ url, ...keys, ...PATIENT, ...options }), 'meilisearch')
  })
}

/** Runs cases over a Meilisearch server of their own, with keys made for the service. */
export async function describeMeilisearch(
  title: string,
  cases: (server: TestMeilisearch, keys: MeilisearchKeys) => void,
): Promise<void> {
  const server = await startMeilisearch()
  if ('missing' in server) {
    skip(title, server.missing)
    return
  }
  const keys = await createMeilisearchKeys(server.url, server.masterKey)
  describe(`${title}: Meilisearch`, () => {
    afterAll(() => server.stop())
    cases(server, keys)
  })
}

function skip(title: string, reason: string): void {
  describe.skip(`${title}: Meilisearch`, () => it('needs a Meilisearch', () => undefined))
  noteMissingMeilisearch(title, reason)
}
