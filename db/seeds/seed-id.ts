import { createHash } from 'node:crypto'

/** The same name always gives the same uuid, so that a rebuilt world keeps its addresses and tests can name its rows. */
export function seedId(name: string): string {
  const hex = createHash('sha256').update(`throughgate:${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
