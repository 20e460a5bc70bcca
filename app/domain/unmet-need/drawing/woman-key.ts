import { createHash } from 'node:crypto'

const SEPARATOR = 'throughgate:woman of an episode:1'

/**
 * The key by which episodes are known to be of one woman, from the keyed hash her cases are found by. Another hash of it, so that nobody who
 * holds episodes alone finds a case by one.
 * @returns 64 hexadecimal digits
 */
export function womanKey(prisonNumberHash: Buffer): string {
  return createHash('sha256').update(SEPARATOR).update(prisonNumberHash).digest('hex')
}
