import type { Meilisearch, Settings } from 'meilisearch'
import { z } from 'zod'
import type { HeldService, HeldServices } from '../search-engine'
import { applyChanges, type Change } from './meilisearch-rebuild'
import { toRecord } from './meilisearch-record'

const PAGE = 1_000
/** So many ids fit into one address. */
const IDS_AT_ONCE = 50

const heldSchema = z.looseObject({
  id: z.string(),
  freeSince: z.number().nullable(),
  freeOn: z.array(z.number()),
  expectedDays: z.array(z.number()),
  firstFreeDay: z.number().nullable(),
})
/** What somebody else put in may be anything; it has an id. */
const strangerSchema = z.looseObject({ id: z.coerce.string() })

/** The services one index holds, live or kept, to be looked through and put right. */
export function heldIn(
  writer: Meilisearch,
  uid: string,
): HeldServices & { apply(changes: readonly Change[]): Promise<void> } {
  const apply = (changes: readonly Change[]) => applyChanges(writer, uid, changes)
  return {
    contents: ids => (ids === undefined ? everything(writer, uid) : these(writer, uid, ids)),
    heldAs: toRecord,
    apply,
    index: documents => apply(documents.map(document => ({ id: document.id, document }))),
    remove: ids => apply(ids.map(id => ({ id, document: null }))),
  }
}

/** An index's settings, or null when there is no such index. */
export async function settingsIn(writer: Meilisearch, uid: string): Promise<Settings | null> {
  const { results } = await writer.getIndexes({ limit: 1000 })
  return results.some(index => index.uid === uid) ? writer.index(uid).getSettings() : null
}

async function* everything(writer: Meilisearch, uid: string): AsyncGenerator<HeldService> {
  for (let offset = 0; ; offset += PAGE) {
    const { results } = await writer.index(uid).getDocuments({ limit: PAGE, offset })
    yield* results.map(asHeld)
    if (results.length < PAGE) return
  }
}

async function* these(writer: Meilisearch, uid: string, ids: readonly string[]): AsyncGenerator<HeldService> {
  for (let start = 0; start < ids.length; start += IDS_AT_ONCE) {
    const some = ids.slice(start, start + IDS_AT_ONCE)
    const { results } = await writer.index(uid).getDocuments({ ids: some, limit: some.length })
    yield* results.map(asHeld)
  }
}

function asHeld(record: unknown): HeldService {
  const known = heldSchema.safeParse(record)
  if (known.success) return known.data
  return { ...strangerSchema.parse(record), freeSince: null, freeOn: [], expectedDays: [] }
}
