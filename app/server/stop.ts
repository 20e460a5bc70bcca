import type { Server } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'

/** Requests that have begun get this long to end. */
const PATIENCE_MS = 10_000

/**
 * Takes no new connection, lets the requests that have begun finish, and then ends the others.
 * Connections kept open for a next request are closed as they fall idle.
 */
export async function closeHttpServer(server: Server, patienceMs = PATIENCE_MS): Promise<void> {
  const closed = new Promise<void>(resolve => server.close(() => resolve()))
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const cutOff = delay(patienceMs, 'late', { ref: false })
  if ((await Promise.race([closed, cutOff])) === 'late') server.closeAllConnections()
  await closed
  clearInterval(sweep)
}

/** Ending in order takes at most this long; a database that hangs must not keep the process. */
const DEADLINE_MS = 25_000

/**
 * Calls `stop` once on SIGTERM or SIGINT, then ends the process, whether `stop` has come to its end by the deadline or not; a
 * second signal ends it at once.
 */
export function stopOnSignal(stop: () => Promise<void>, deadlineMs = DEADLINE_MS): void {
  let isStopping = false
  const onSignal = () => {
    if (isStopping) process.exit(1)
    isStopping = true
    setTimeout(() => endLate(deadlineMs), deadlineMs).unref()
    stop().then(
      () => process.exit(),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
}

function endLate(deadlineMs: number): never {
  console.error(`Throughgate did not come to its end within ${deadlineMs / 1000} seconds and is ended now.`)
  process.exit(1)
}
