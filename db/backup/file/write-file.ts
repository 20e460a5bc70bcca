import { createCipheriv, createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { access, open, rename, rm } from 'node:fs/promises'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { type Frame, frameBytes } from './frames'
import { fileKey, type Header, newHeader } from './header'

/**
 * Writes frames as they come, compressed and sealed, into a file that its owner alone may read. It has its name once it is whole and on
 * the disk; one that failed leaves nothing.
 * @throws Error when there is a file of that name
 */
export async function writeBackupFile(
  path: string,
  key: Buffer | null,
  frames: AsyncIterable<Frame>,
): Promise<void> {
  await refuseExisting(path)
  const unfinished = `${path}.unfinished-${process.pid}`
  const header = newHeader(key)
  try {
    await pipeline(
      Readable.from(bytesOf(frames), { objectMode: false }),
      createGzip(),
      sealer(header, key),
      createWriteStream(unfinished, { flags: 'wx', mode: 0o600 }),
    )
    await flush(unfinished)
    await rename(unfinished, path)
  } finally {
    await rm(unfinished, { force: true })
  }
}

async function refuseExisting(path: string): Promise<void> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  )
  if (isThere) throw new Error(`${path} is there already, and no backup is written over another.`)
}

async function* bytesOf(frames: AsyncIterable<Frame>): AsyncGenerator<Buffer> {
  for await (const frame of frames) yield* frameBytes(frame)
}

/** Puts the header before what passes and the seal behind it. */
function sealer(header: Header, key: Buffer | null): Transform {
  const sealing = header.sealing.cipher === 'none' || key === null ? hashing() : encrypting(header, key)
  let begun = false
  const begin = (stream: Transform) => {
    if (begun) return
    begun = true
    if (header.sealing.cipher === 'none') sealing.take(header.bytes)
    stream.push(header.bytes)
  }
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      begin(this)
      done(null, sealing.take(chunk))
    },
    flush(done) {
      begin(this)
      done(null, sealing.end())
    },
  })
}

interface Seal {
  take(chunk: Buffer): Buffer
  end(): Buffer
}

function hashing(): Seal {
  const hash = createHash('sha256')
  return {
    take(chunk) {
      hash.update(chunk)
      return chunk
    },
    end: () => hash.digest(),
  }
}

function encrypting({ sealing, bytes }: Header, key: Buffer): Seal {
  if (sealing.cipher === 'none') return hashing()
  const cipher = createCipheriv('aes-256-gcm', fileKey(key, sealing.salt), Buffer.from(sealing.iv, 'base64'))
  cipher.setAAD(bytes)
  return {
    take: chunk => cipher.update(chunk),
    end: () => Buffer.concat([cipher.final(), cipher.getAuthTag()]),
  }
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+')
  await file.sync().finally(() => file.close())
}
