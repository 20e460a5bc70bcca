/** What stands in a backup, one after the other: the name of something, its bytes in pieces, its end; last the manifest. */
export type Frame =
  | { kind: 'entry'; name: string }
  | { kind: 'data'; bytes: Buffer }
  | { kind: 'end' }
  | { kind: 'manifest'; text: string }

const CODES = { entry: 1, data: 2, end: 3, manifest: 4 } as const
const HEAD_BYTES = 5
/** Written in pieces of this size at most: what is read is never more than a piece in memory, whatever a file says of itself. */
const PIECE_BYTES = 1 << 20
const MANIFEST_BYTES = 1 << 26

/** One frame as bytes; data that is longer than a piece becomes several. */
export function* frameBytes(frame: Frame): Generator<Buffer> {
  const payload = payloadOf(frame)
  if (frame.kind !== 'data') {
    yield headOf(frame.kind, payload.length)
    yield payload
    return
  }
  for (let at = 0; at < payload.length; at += PIECE_BYTES) {
    const piece = payload.subarray(at, at + PIECE_BYTES)
    yield headOf('data', piece.length)
    yield piece
  }
}

/** @throws Error where bytes are no frames, or end inside one */
export async function* readFrames(source: AsyncIterable<Buffer>): AsyncGenerator<Frame, void> {
  let held: Buffer = Buffer.alloc(0)
  for await (const bytes of source) {
    held = held.length === 0 ? bytes : Buffer.concat([held, bytes])
    for (let frame = firstFrame(held); frame !== null; frame = firstFrame(held)) {
      held = held.subarray(frame.length)
      yield frame.frame
    }
  }
  if (held.length > 0) throw new Error('It ends in the middle.')
}

/** The bytes of the entry that has begun, up to its end. */
export async function* dataOf(frames: AsyncIterator<Frame, void>): AsyncGenerator<Buffer, void> {
  for (;;) {
    const next = await frames.next()
    if (next.done || next.value.kind === 'entry' || next.value.kind === 'manifest')
      throw new Error('An entry has no end.')
    if (next.value.kind === 'end') return
    yield next.value.bytes
  }
}

function payloadOf(frame: Frame): Buffer {
  if (frame.kind === 'data') return frame.bytes
  if (frame.kind === 'end') return Buffer.alloc(0)
  return Buffer.from(frame.kind === 'entry' ? frame.name : frame.text)
}

function headOf(kind: Frame['kind'], length: number): Buffer {
  const head = Buffer.alloc(HEAD_BYTES)
  head.writeUInt8(CODES[kind])
  head.writeUInt32BE(length, 1)
  return head
}

function firstFrame(held: Buffer): { frame: Frame; length: number } | null {
  if (held.length < HEAD_BYTES) return null
  const code = held.readUInt8()
  const length = held.readUInt32BE(1)
  if (length > (code === CODES.manifest ? MANIFEST_BYTES : PIECE_BYTES)) throw new Error('It is no backup.')
  if (held.length < HEAD_BYTES + length) return null
  const payload = held.subarray(HEAD_BYTES, HEAD_BYTES + length)
  return { frame: frameOf(code, payload), length: HEAD_BYTES + length }
}

function frameOf(code: number, payload: Buffer): Frame {
  if (code === CODES.entry) return { kind: 'entry', name: payload.toString() }
  if (code === CODES.data) return { kind: 'data', bytes: payload }
  if (code === CODES.end) return { kind: 'end' }
  if (code === CODES.manifest) return { kind: 'manifest', text: payload.toString() }
  throw new Error('It is no backup.')
}
