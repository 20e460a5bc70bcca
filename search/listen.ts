import { Client } from 'pg'

/** The channel triggers notify when a service changed. */
const CHANNEL = 'index_change'
const CONNECT_TIMEOUT_MS = 1_000
const RETRY_MS = 2_000

/**
 * Listens for changes on a connection of its own, and calls `wake` for each. A connection that breaks is made again; what
 * was missed meanwhile is found by polling. Returns how to stop.
 */
export function listenForChanges(
  url: string,
  wake: () => void,
  onError: (error: unknown) => void,
): () => Promise<void> {
  let stopped = false
  let client: Client | null = null
  let retry: NodeJS.Timeout | null = null

  /** A connection that was given up may break once more; the one in its place is none the worse. */
  function again(broken: Client, error: unknown): void {
    if (client !== broken) return
    client = null
    void broken.end().catch(() => undefined)
    if (stopped || retry !== null) return
    onError(error)
    retry = setTimeout(() => {
      retry = null
      void connect()
    }, RETRY_MS)
    retry.unref()
  }

  async function connect(): Promise<void> {
    const next = new Client({
      connectionString: url,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      keepAlive: true,
    })
    client = next
    next.on('error', error => again(next, error))
    next.on('end', () => again(next, new Error('The connection for listening ended')))
    next.on('notification', wake)
    try {
      await next.connect()
      await next.query(`listen ${CHANNEL}`)
      wake()
    } catch (error) {
      again(next, error)
    }
  }

  void connect()
  return async () => {
    stopped = true
    if (retry) clearTimeout(retry)
    const last = client
    client = null
    await last?.end().catch(() => undefined)
  }
}
