import type { EnqueuedTaskPromise, Task } from 'meilisearch'

/** A one-document change waits behind whatever else is queued, a rebuild's batches too. */
const TASK_TIMEOUT_MS = 60_000
const TASK_POLL_MS = 25

/**
 * Waits until Meilisearch has done a task. Throws when the task failed or was cancelled: waiting alone returns a failed
 * task like any other.
 */
export async function done(task: EnqueuedTaskPromise): Promise<Task> {
  const finished = await task.waitTask({ timeout: TASK_TIMEOUT_MS, interval: TASK_POLL_MS })
  if (finished.status === 'succeeded') return finished
  const { type, status, uid, error } = finished
  throw new Error(`Meilisearch task ${uid} (${type}) ${status}: ${error?.code ?? ''} ${error?.message ?? ''}`)
}
