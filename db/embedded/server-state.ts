import { randomBytes } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { z } from 'zod'
import type { RolePasswords } from '../role-statements'

/** What must outlive the server: the port people may have written down, and the passwords made for it. */
export interface ServerState {
  port: number
  superuserPassword: string
  passwords: RolePasswords
}

const stateFile = z.object({
  port: z.int().min(1024).max(65_535),
  superuserPassword: z.string().min(1),
  passwords: z.object({ owner: z.string().min(1), app: z.string().min(1), worker: z.string().min(1) }),
})

/** Reads the state, or null when none was written yet. @throws when the file is damaged or not ours to read */
export async function readServerState(path: string): Promise<ServerState | null> {
  try {
    return stateFile.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null
    throw new Error(
      `${path} cannot be read. It holds the passwords of the data beside it: run as the user who made it, restore it, ` +
        'or set THROUGHGATE_DATA to another folder.',
      { cause },
    )
  }
}

/** New passwords (192 bits each) and a free port of this machine. */
export async function makeServerState(): Promise<ServerState> {
  const passwords = { owner: makePassword(), app: makePassword(), worker: makePassword() }
  return { port: await findFreePort(), superuserPassword: makePassword(), passwords }
}

/** Written beside and renamed: a crash half-way must not lose the passwords. Readable by us alone. */
export async function writeServerState(path: string, state: ServerState): Promise<void> {
  const draft = `${path}.${process.pid}`
  await writeFile(draft, JSON.stringify(state, null, 2), { mode: 0o600 })
  await rename(draft, path)
}

/** Whether nobody listens on this port of 127.0.0.1. */
export async function isPortFree(port: number): Promise<boolean> {
  return (await listenOnce(port)) !== null
}

async function findFreePort(): Promise<number> {
  const port = await listenOnce(0)
  if (port === null) throw new Error('This machine has no free port on 127.0.0.1.')
  return port
}

function listenOnce(port: number): Promise<number | null> {
  return new Promise(resolve => {
    const probe = createServer()
    probe.once('error', () => resolve(null))
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(address !== null && typeof address === 'object' ? address.port : null))
    })
  })
}

function makePassword(): string {
  return randomBytes(24).toString('base64url')
}
