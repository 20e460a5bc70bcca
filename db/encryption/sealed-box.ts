import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto'

/** Where a sealed value is kept. Bound into it, so that bytes moved to another row or column do not open. */
export interface Place {
  table: string
  row: string
  column: string
  keyId: string
}

const CIPHER = 'aes-256-gcm'
const VERSION = 1
const IV_BYTES = 12
const TAG_BYTES = 16
const HEADER_BYTES = 1 + IV_BYTES + TAG_BYTES

/** Seals bytes for one place: version (1 byte), iv (12), tag (16), then as many bytes as came in. */
export function seal(key: KeyObject, place: Place, plain: Buffer): Buffer {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES }).setAAD(describe(place))
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.of(VERSION), iv, cipher.getAuthTag(), sealed])
}

/** Opens what `seal` made. @throws Error when the bytes, the place or the key are not those it was sealed with */
export function unseal(key: KeyObject, place: Place, bytes: Buffer): Buffer {
  if (bytes.length < HEADER_BYTES || bytes[0] !== VERSION) {
    throw new Error(`${place.table}.${place.column} holds nothing that was sealed here.`)
  }
  const iv = bytes.subarray(1, 1 + IV_BYTES)
  const tag = bytes.subarray(1 + IV_BYTES, HEADER_BYTES)
  const decipher = createDecipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES })
    .setAAD(describe(place))
    .setAuthTag(tag)
  return Buffer.concat([decipher.update(bytes.subarray(HEADER_BYTES)), decipher.final()])
}

/** The parts must not run into one another: 'a|b' in one is not 'a' and 'b' in two. */
function describe({ table, row, column, keyId }: Place): Buffer {
  const parts = [table, row, column, keyId]
  if (parts.some(part => part === '' || part.includes('|')))
    throw new Error('A place has four names, none with a bar.')
  return Buffer.from(parts.join('|'))
}
