import type { ServiceDocument } from './document'
import { listenForChanges } from './listen'
import type { ReadChanges } from './read-changes'
import type { DocumentSource, SearchEngine } from './search-engine'
import { describeFailure } from './search-failure'
import type { SearchLog } from './search-service'

export interface IndexFollowerOptions {
  /** A database address to listen on for changes, or null to poll alone. */
  listenUrl: string | null
  readChanges: ReadChanges
  /** The documents of services as they are now; an id without one is gone. */
  loadDocuments: (ids: readonly string[]) => Promise<readonly ServiceDocument[]>
  /** Every document, for the first filling. */
  loadAll: () => DocumentSource
  engine: SearchEngine
  log: SearchLog
  pollMs?: number
  /** Lets nobody else fill the same engine meanwhile; where it is this process's own, nobody could. */
  alone?: (fill: () => Promise<void>) => Promise<void>
}

/** Keeps one engine true to the database. */
export interface IndexFollower {
  /** Fills the engine with everything and follows from then on. Throws when the first filling fails. */
  start(): Promise<void>
  /** Applies all that is committed and complete by now. Resolves when a search finds it; throws when it cannot be done. */
  catchUp(): Promise<void>
  /** Fills the engine anew; nothing that changes meanwhile is lost. */
  rebuild(): Promise<void>
  stop(): Promise<void>
}

const POLL_MS = 1_000
const BATCH = 200
/** An engine nothing is told to is asked whether it still holds something each so many polls. */
const LOST_POLLS = 15

/**
 * Follows the notes of changes from a horizon of its own (architecture.md, "The index follows the database"), woken by
 * NOTIFY, polling anyway. The horizon moves only after the engine took everything below it, so a failure is tried again.
 */
export function createIndexFollower(options: IndexFollowerOptions): IndexFollower {
  const { listenUrl, readChanges, loadDocuments, loadAll, engine, log, pollMs = POLL_MS, alone } = options
  let horizon: string | null = null
  /** Notes above the horizon that the engine has taken already; they are read again until the horizon passes them. */
  let taken: ReadonlySet<number> = new Set()
  let turn: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | null = null
  let waiting = false
  let polls = 0
  let unlisten = () => Promise.resolve()

  /** One at a time: the steps below would otherwise race for the horizon. */
  function inTurn(step: () => Promise<void>): Promise<void> {
    const result = turn.then(step)
    turn = result.catch(() => undefined)
    return result
  }

  const fill = () => (alone ? alone(fillNow) : fillNow())

  async function fillNow(): Promise<void> {
    const before = await readChanges(null)
    await engine.rebuild(loadAll())
    horizon = before.horizon
    taken = new Set()
  }

  async function advance(): Promise<void> {
    if (horizon === null) return fill()
    const { changes, horizon: next } = await readChanges(horizon)
    const fresh = changes.filter(change => !taken.has(change.id))
    const ids = [...new Set(fresh.map(change => change.serviceId))]
    if (await isLost(ids.length > 0)) return fill()
    for (let start = 0; start < ids.length; start += BATCH) {
      await apply(ids.slice(start, start + BATCH))
    }
    taken = new Set(changes.map(change => change.id))
    horizon = next
  }

  /** Whether the engine lost everything: asked before it is told of a change, and now and then. */
  async function isLost(isNeeded: boolean): Promise<boolean> {
    polls += 1
    return (isNeeded || polls % LOST_POLLS === 0) && !(await engine.isFilled())
  }

  async function apply(ids: readonly string[]): Promise<void> {
    const found = await loadDocuments(ids)
    const held = new Set(found.map(document => document.id))
    const gone = ids.filter(id => !held.has(id))
    if (found.length > 0) await engine.index(found)
    if (gone.length > 0) await engine.remove(gone)
  }

  /** Wakes come in bursts, and one reading serves all that came before it began. */
  function wake(): void {
    if (waiting) return
    waiting = true
    void inTurn(() => {
      waiting = false
      return advance()
    }).catch(error =>
      log.warn({ reason: describeFailure(error) }, 'The search index could not follow; it tries again'),
    )
  }

  return {
    async start() {
      await inTurn(fill)
      timer = setInterval(wake, pollMs)
      timer.unref()
      const warn = (error: unknown) =>
        log.warn({ reason: describeFailure(error) }, 'Not listening for changes')
      if (listenUrl !== null) unlisten = listenForChanges(listenUrl, wake, warn)
    },
    catchUp: () => inTurn(advance),
    rebuild: () => inTurn(fill),
    async stop() {
      if (timer) clearInterval(timer)
      await unlisten()
      await turn
    },
  }
}
