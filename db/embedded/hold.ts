import { Socket } from 'node:net'
import { Client } from 'pg'

/** A process's claim that it still needs the server. It ends with the process, however that ends. */
export interface Hold {
  /** How many other processes hold the server; null when this hold was cut off, the server being gone. */
  countOthers(): Promise<number | null>
  release(): Promise<void>
}

const APPLICATION_NAME = 'throughgate hold'

/**
 * Opens a connection that is never used but to be counted; it does not keep Node running. `onCut` is called once when it ends
 * other than by `release`.
 */
export async function holdServer(superuserUrl: string, onCut: () => void): Promise<Hold> {
  const socket = new Socket()
  const client = new Client({
    connectionString: superuserUrl,
    application_name: APPLICATION_NAME,
    stream: () => socket,
  })
  let cutOff = false
  let released = false
  client.on('error', () => undefined)
  await client.connect()
  client.once('end', () => {
    cutOff = true
    if (!released) onCut()
  })
  socket.unref()
  return {
    async countOthers() {
      if (cutOff) return null
      socket.ref()
      return countHolds(client).catch(() => null)
    },
    async release() {
      released = true
      if (!cutOff) await client.end().catch(() => undefined)
    },
  }
}

async function countHolds(client: Client): Promise<number> {
  const found = await client.query<{ others: number }>(
    'select count(*)::int as others from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()',
    [APPLICATION_NAME],
  )
  return found.rows[0]?.others ?? 0
}
