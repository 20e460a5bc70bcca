import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { type Frame, readFrames } from './frames'
import { fileKey, type Header, readHeader, SEAL_BYTES } from './header'

/**
 * The frames of a backup, one after the other. The seal is looked at with the last byte: nothing may come of what is read until it was
 * read to the end.
 * @throws Error that says what is wrong with the file
 */
export async function* readBackupFile(path: string, key: Buffer | null): AsyncGenerator<Frame, void> {
  const header = await readHeader(path, key)
  const { end, seal } = await readSeal(path, header)
  const unzipped = createGunzip()
  const source = createReadStream(path, { start: header.bytes.length, end })
  const sealHolds = pipeline(source, opener(header, key, seal), unzipped)
  // Awaited below; whoever stops reading before the end does not.
  sealHolds.catch(() => undefined)
  try {
    yield* readFrames(unzipped)
    await sealHolds
  } catch (cause) {
    throw new Error(`${path} is not whole, or was changed since it was written. Nothing was restored.`, {
      cause,
    })
  } finally {
    source.destroy()
  }
}

async function readSeal(path: string, header: Header): Promise<{ end: number; seal: Buffer }> {
  const length = SEAL_BYTES[header.sealing.cipher]
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const start = size - length
    if (start <= header.bytes.length) throw new Error(`${path} is cut short. Nothing was restored.`)
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, start)
    return { end: start - 1, seal: buffer }
  } finally {
    await file.close()
  }
}

function opener({ sealing, bytes }: Header, key: Buffer | null, seal: Buffer): Transform {
  if (sealing.cipher === 'none' || key === null) return hashChecker(bytes, seal)
  const decipher = createDecipheriv(
    'aes-256-gcm',
    fileKey(key, sealing.salt),
    Buffer.from(sealing.iv, 'base64'),
  )
  decipher.setAAD(bytes)
  decipher.setAuthTag(seal)
  return decipher
}

function hashChecker(header: Buffer, seal: Buffer): Transform {
  const hash = createHash('sha256').update(header)
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
    flush(done) {
      done(timingSafeEqual(hash.digest(), seal) ? null : new Error('The seal is another.'))
    },
  })
}
