import { createHash, hkdfSync, randomBytes } from 'node:crypto'
import { open } from 'node:fs/promises'
import { z } from 'zod'
import { FORMAT } from '../manifest'

/**
 * A backup begins with two lines that anybody may read: its format, and how the rest is sealed. Then comes the rest, compressed, and
 * last a seal: of AES-256-GCM where there is a key, else the SHA-256 of all before it, which finds damage and no forger.
 */
const FIRST_WORDS = 'throughgate backup '
const FIRST_LINES_BYTES = 1024

const sealing = z.discriminatedUnion('cipher', [
  z.object({ cipher: z.literal('none') }),
  z.object({
    cipher: z.literal('aes-256-gcm'),
    salt: z.base64(),
    iv: z.base64(),
    /** Tells the right key from another, and nothing about it. */
    keyCheck: z.string(),
  }),
])

export type Sealing = z.infer<typeof sealing>

/** How long the seal at the end is, in bytes. */
export const SEAL_BYTES: Record<Sealing['cipher'], number> = { 'aes-256-gcm': 16, none: 32 }

export interface Header {
  /** The two lines as they stand in the file: they are under the seal, too. */
  bytes: Buffer
  sealing: Sealing
}

/** The first lines of a new backup. */
export function newHeader(key: Buffer | null): Header {
  const made: Sealing = key === null ? { cipher: 'none' } : newSealing(key)
  return { bytes: Buffer.from(`${FIRST_WORDS}${FORMAT}\n${JSON.stringify(made)}\n`), sealing: made }
}

/** The key of one file: none is used for two, so that none wears out. */
export function fileKey(key: Buffer, salt: string): Buffer {
  return derive(key, salt, 'throughgate backup file v1')
}

/**
 * Reads the first lines of a file.
 * @throws Error that says what is wrong: no backup, of a newer format, sealed with another key
 */
export async function readHeader(path: string, key: Buffer | null): Promise<Header> {
  const [first, second] = await firstLines(path)
  if (!first?.startsWith(FIRST_WORDS) || second === undefined)
    throw new Error(`${path} is no backup of Throughgate, or is cut short.`)
  const format = Number(first.slice(FIRST_WORDS.length))
  if (!(format <= FORMAT))
    throw new Error(
      `${path} was written by a newer release (format ${format}; this one reads up to ${FORMAT}). Restore it with that release.`,
    )
  const read = sealing.safeParse(parsed(second))
  if (!read.success) throw new Error(`${path} is damaged: its second line says nothing that can be read.`)
  refuseOtherKey(path, read.data, key)
  return { bytes: Buffer.from(`${first}\n${second}\n`), sealing: read.data }
}

/** Where a key is given, a file without one may be anybody's: what it says would be run as the owner. */
function refuseOtherKey(path: string, read: Sealing, key: Buffer | null): void {
  if (read.cipher === 'none') {
    if (key === null) return
    throw new Error(
      `${path} is not encrypted, and BACKUP_KEY is set: whoever could write where it lay may have made it. If it is yours, say so: --unencrypted.`,
    )
  }
  if (key === null) throw new Error(`${path} is encrypted: set BACKUP_KEY to the key it was written with.`)
  if (keyCheck(key, read.salt) !== read.keyCheck)
    throw new Error(`${path} was written with another key than BACKUP_KEY holds.`)
}

function newSealing(key: Buffer): Sealing {
  const salt = randomBytes(32).toString('base64')
  return {
    cipher: 'aes-256-gcm',
    salt,
    iv: randomBytes(12).toString('base64'),
    keyCheck: keyCheck(key, salt),
  }
}

function keyCheck(key: Buffer, salt: string): string {
  return createHash('sha256')
    .update(derive(key, salt, 'throughgate backup key check v1'))
    .digest('hex')
    .slice(0, 16)
}

function derive(key: Buffer, salt: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.from(salt, 'base64'), purpose, 32))
}

async function firstLines(path: string): Promise<string[]> {
  const file = await open(path).catch((cause: unknown) => {
    throw new Error(`${path} cannot be opened.`, { cause })
  })
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(FIRST_LINES_BYTES), 0, FIRST_LINES_BYTES, 0)
    return buffer.subarray(0, bytesRead).toString('latin1').split('\n').slice(0, 2)
  } finally {
    await file.close()
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
