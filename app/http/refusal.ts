/**
 * What a page of refusal says: the data of every thrown 403, 409, 422, 429 and 503, drawn by the root error boundary.
 * A 404 carries none: it is the same whoever asks and whatever for.
 */
export interface Refusal {
  kind: 'refusal'
  title: string
  /** What happened, and what to do; one paragraph each. */
  paragraphs: string[]
  /** Where to go from here. */
  link: { text: string; href: string } | null
  /** What the person had written in words, so that it can be copied from here: none of it was saved. */
  typed?: string[]
}

/** The refusal in an error's data, or null when it is something else. */
export function readRefusal(data: unknown): Refusal | null {
  return isRefusal(data) ? data : null
}

function isRefusal(data: unknown): data is Refusal {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'refusal'
}
