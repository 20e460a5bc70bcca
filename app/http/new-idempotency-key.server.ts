/** A key for one form on one page: the loader draws it, the form carries it, and a second sending is recognised by it. */
export function newIdempotencyKey(): string {
  return crypto.randomUUID()
}
