import { setTimeout as delay } from 'node:timers/promises'
import type { ServiceDocument } from './document'
import { type Drift, type Fault, faultOf, type Marks, marksOf } from './drift'
import type { ReadChanges } from './read-changes'
import type { DocumentSource, HeldServices } from './search-engine'
import type { Moment } from './search-query'

/** An engine, and the database it should be true to. */
export interface Mending {
  engine: HeldServices
  readChanges: ReadChanges
  loadDocuments: (ids: readonly string[]) => Promise<readonly ServiceDocument[]>
}

export interface ReconcileOptions extends Mending {
  /** Every document as the database has it. */
  loadAll: () => DocumentSource
  moment: () => Moment
  /** How long a change may take on its way to the engine: what differs is looked at again after it. */
  patienceMs: number
}

const BATCH = 200
/** A service changed without end would never let go. */
const MOST_ROUNDS = 20

/**
 * Compares what an engine holds with the database, and mends it. What changes while it runs is no drift: it is on its way, and is
 * put in once more at the end, as it is then, so that nothing newer is undone.
 */
export async function reconcile(options: ReconcileOptions): Promise<Drift> {
  const { readChanges, patienceMs } = options
  const { horizon } = await readChanges(null)
  const seen = new Set((await readChanges(horizon)).changes.map(change => change.id))
  const { compared, suspects } = await compareAll(options)
  const drift: Record<Fault, string[]> = { missing: [], extra: [], different: [], aged: [] }
  if (suspects.length > 0) {
    await delay(patienceMs)
    const since = (await readChanges(horizon)).changes.filter(change => !seen.has(change.id))
    const moving = new Set(since.map(change => change.serviceId))
    const still = suspects.filter(id => !moving.has(id))
    for (const [id, fault] of await compareThese(options, still)) drift[fault].push(id)
    await putRight(options, Object.values(drift).flat())
  }
  await settle(options, horizon)
  return { compared, ...drift }
}

/** Every id that differs at first sight, in one pass over both sides. */
async function compareAll({ engine, loadAll, moment }: ReconcileOptions) {
  const now = moment()
  const held = new Map<string, Marks>()
  for await (const service of engine.contents()) held.set(service.id, marksOf(service, now))
  const suspects: string[] = []
  let compared = 0
  for await (const document of loadAll()) {
    compared += 1
    if (faultOf(held.get(document.id), marksOf(engine.heldAs(document), now))) suspects.push(document.id)
    held.delete(document.id)
  }
  return { compared, suspects: [...suspects, ...held.keys()] }
}

async function compareThese(options: ReconcileOptions, ids: readonly string[]): Promise<[string, Fault][]> {
  const { engine, loadDocuments, moment } = options
  const now = moment()
  const found: [string, Fault][] = []
  for (const some of batches(ids)) {
    const held = new Map<string, Marks>()
    for await (const service of engine.contents(some)) held.set(service.id, marksOf(service, now))
    const documents = await loadDocuments(some.filter(isUuid))
    const wanted = new Map(documents.map(each => [each.id, marksOf(engine.heldAs(each), now)]))
    for (const id of some) {
      const fault = faultOf(held.get(id), wanted.get(id))
      if (fault) found.push([id, fault])
    }
  }
  return found
}

/** Puts in what the database has of these services by now, and takes out what it has not. */
async function putRight({ engine, loadDocuments }: Mending, ids: readonly string[]): Promise<void> {
  for (const some of batches(ids)) {
    const documents = await loadDocuments(some.filter(isUuid))
    const there = new Set(documents.map(document => document.id))
    const gone = some.filter(id => !there.has(id))
    if (documents.length > 0) await engine.index(documents)
    if (gone.length > 0) await engine.remove(gone)
  }
}

/**
 * Puts in again whatever changed from a horizon on, until nothing does: what was read before a change and written after
 * somebody else wrote that change stands in its way no longer.
 */
export async function settle(options: Mending, horizon: string): Promise<void> {
  let taken: ReadonlySet<number> = new Set()
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { changes } = await options.readChanges(horizon)
    const fresh = changes.filter(change => !taken.has(change.id))
    if (fresh.length === 0) return
    await putRight(options, [...new Set(fresh.map(change => change.serviceId))])
    taken = new Set(changes.map(change => change.id))
  }
}

function batches(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / BATCH) }, (_, at) =>
    ids.slice(at * BATCH, (at + 1) * BATCH),
  )
}

/** Ids of strangers may be anything; the database compares only uuids. */
function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)
}
