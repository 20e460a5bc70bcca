/** A new row's id, made in the service so that a row and what refers to it can be written in either order. */
export function newId(): string {
  return crypto.randomUUID()
}
