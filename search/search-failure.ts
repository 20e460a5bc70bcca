/**
 * Why an engine did not answer. `unavailable`: away, slow, broken or refusing our key, so that asking again at once is
 * pointless. `rejected`: it is well, and found this one search wrong.
 */
export type SearchFailure = 'unavailable' | 'rejected'

/** Requests the server understood and refused for what they say; 401, 403, 404 and 429 are about the server, not them. */
const REJECTED_STATUSES: ReadonlySet<number> = new Set([400, 413, 414, 415, 422])

/**
 * What an error thrown by the Meilisearch client means. Its class names do not survive minification, and a gateway's
 * HTML page is a bare SyntaxError, so only `name` and the response's status are looked at.
 */
export function failureOf(error: unknown): SearchFailure {
  if (!(error instanceof Error) || error.name !== 'MeilisearchApiError') return 'unavailable'
  const status = statusOf(error)
  return status !== null && REJECTED_STATUSES.has(status) ? 'rejected' : 'unavailable'
}

/** One line for the log: names and codes, never the words searched for. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const cause = error.cause
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : ''
  return [error.name, code, statusOf(error) ?? ''].filter(part => part !== '').join(' ')
}

function statusOf(error: Error): number | null {
  const response = 'response' in error ? error.response : null
  return response instanceof Response ? response.status : null
}
