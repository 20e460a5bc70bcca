import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './start-embedded-postgres'

/** Real starts of a real server, on machines that may be busy. */
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const SETTINGS = { fsync: 'off' }
const WAIT = { timeout: 60_000, interval: 100 }
const IS_HOLD = `application_name = 'throughgate hold'`
const children: ChildProcess[] = []
const started: EmbeddedPostgres[] = []
const folders: string[] = []
let dataDirectory: string

beforeAll(useNewFolder)

afterEach(async () => {
  for (const child of children.splice(0)) await killHard(child)
  await start()
  for (const server of started.splice(0)) await server.stop()
})

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

describe('a first start', () => {
  it('gives a server whose roles log in by password alone, on this machine alone', async () => {
    const server = await start()
    expect(server.reused).toBe(false)
    expect(await ask(server.urls.app, 'select current_user as answer')).toBe('throughgate_app')
    expect(await ask(server.urls.worker, 'select current_user as answer')).toBe('throughgate_worker')
    expect(
      await ask(server.urls.owner, `select has_database_privilege('throughgate', 'create') as answer`),
    ).toBe(true)
    expect(await ask(server.superuserUrl, 'show listen_addresses', 'listen_addresses')).toBe('127.0.0.1')
    await expect(ask(server.urls.app.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(
      'password authentication failed',
    )
  })

  it('keeps its passwords where nobody else can read them', async () => {
    await start()
    expect((await stat(join(dataDirectory, 'server.json'))).mode & 0o077).toBe(0)
    expect((await readdir(dataDirectory)).sort()).toEqual(['cluster', 'server.json', 'server.log'])
  })
})

describe('a later start', () => {
  it('finds the data, the port and the passwords again', async () => {
    const first = await start()
    await ask(first.urls.owner, 'create table kept as select 42 as answer')
    await first.stop()
    await expect(ask(first.urls.owner, 'select answer from kept')).rejects.toThrow('ECONNREFUSED')
    const second = await start()
    expect(second).toMatchObject({ reused: false, urls: first.urls })
    expect(await ask(second.urls.owner, 'select answer from kept')).toBe(42)
  })

  it('reuses the server that outlived the process that started it', async () => {
    const child = await startInChild()
    await killHard(child.process)
    const server = await start()
    expect(server.reused).toBe(true)
    expect(server.urls.app).toBe(child.app)
    expect(await ask(server.urls.app, 'select 1 as answer')).toBe(1)
  })

  it('is not stopped by the file of a server that was killed, though its number is another program’s now', async () => {
    const first = await startInChild()
    await killHard(first.process)
    const pidFile = join(dataDirectory, 'cluster', 'postmaster.pid')
    const [pid = '', ...rest] = (await readFile(pidFile, 'utf8')).split('\n')
    process.kill(Number(pid), 'SIGKILL')
    const stranger = spawn('sleep', ['600'], { stdio: 'ignore' })
    children.push(stranger)
    await writeFile(pidFile, [stranger.pid, ...rest].join('\n'))
    const second = await start()
    expect(second.reused).toBe(false)
    expect(second.urls.app).toBe(first.app)
    expect(await ask(second.urls.app, 'select 1 as answer')).toBe(1)
  })

  it('takes another port when a stranger has taken its own, and remembers it', async () => {
    const first = await start()
    await first.stop()
    const stranger = createServer().listen(Number(new URL(first.urls.app).port), '127.0.0.1')
    await once(stranger, 'listening')
    const second = await start()
    expect(new URL(second.urls.app).port).not.toBe(new URL(first.urls.app).port)
    expect(new URL(second.urls.app).password).toBe(new URL(first.urls.app).password)
    stranger.close()
    expect((await start()).urls).toEqual(second.urls)
  })

  it('does not wait for a start that was killed half-way', async () => {
    await writeFile(join(dataDirectory, 'start.lock'), '999999999:1:left-behind')
    expect((await start()).reused).toBe(false)
  })
})

describe('several starts at once', () => {
  it('end with one server that all of them use', async () => {
    await useNewFolder()
    const [one, two, three] = await Promise.all([startInChild(), startInChild(), start()])
    expect([one.reused, two.reused, three.reused].sort()).toEqual([false, true, true])
    expect([one.app, two.app]).toEqual([three.urls.app, three.urls.app])
  })

  it('leave it running until the last of them gives it up', async () => {
    const [one, two] = await Promise.all([start(), start()])
    await one.stop()
    expect(await ask(two.urls.app, 'select 1 as answer')).toBe(1)
    await two.stop()
    await expect(ask(two.urls.app, 'select 1 as answer')).rejects.toThrow('ECONNREFUSED')
  })
})

describe('a server that dies while it is needed', () => {
  it('is started again where it was, and outlives another that used it meanwhile', async () => {
    const first = await start()
    await ask(first.urls.owner, 'create table outlived as select 42 as answer')
    await killServer()
    await vi.waitFor(
      async () => expect(await ask(first.urls.owner, 'select answer from outlived')).toBe(42),
      WAIT,
    )
    const second = await start()
    expect(second.urls).toEqual(first.urls)
    await vi.waitFor(async () => expect(await holds(first)).toBe(2), WAIT)
    await second.stop()
    expect(await ask(first.urls.owner, 'select answer from outlived')).toBe(42)
    await first.stop()
    await expect(ask(first.urls.app, 'select 1 as answer')).rejects.toThrow('ECONNREFUSED')
  })

  it('is held again when only the hold was cut', async () => {
    const first = await start()
    await ask(
      first.superuserUrl,
      `select count(pg_terminate_backend(pid)) as answer from pg_stat_activity where ${IS_HOLD}`,
    )
    await vi.waitFor(async () => expect(await holds(first)).toBe(1), WAIT)
  })
})

describe('data without their passwords', () => {
  it('are refused with a reason', async () => {
    const first = await start()
    await first.stop()
    const stateFile = join(dataDirectory, 'server.json')
    const kept = await readFile(stateFile)
    await rm(stateFile)
    await expect(startEmbeddedPostgres({ dataDirectory })).rejects.toThrow('are lost')
    await writeFile(stateFile, 'half a fi')
    await expect(startEmbeddedPostgres({ dataDirectory })).rejects.toThrow('cannot be read')
    await writeFile(stateFile, kept)
  })
})

async function useNewFolder(): Promise<void> {
  dataDirectory = await mkdtemp(join(tmpdir(), 'throughgate-embedded-'))
  folders.push(dataDirectory)
}

async function start(): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDirectory, settings: SETTINGS })
  started.push(server)
  return server
}

async function startInChild(): Promise<{ process: ChildProcess; app: string; reused: boolean }> {
  const script = join(import.meta.dirname, '../../tests/support/start-server-child.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDirectory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  let line = ''
  for await (const chunk of child.stdout) {
    line += String(chunk)
    if (line.endsWith('\n')) break
  }
  const { app, reused } = JSON.parse(line) as { app: string; reused: boolean }
  return { process: child, app, reused }
}

async function killServer(): Promise<void> {
  const [pid = ''] = (await readFile(join(dataDirectory, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')
  process.kill(Number(pid), 'SIGKILL')
}

function holds(server: EmbeddedPostgres): Promise<unknown> {
  return ask(server.superuserUrl, `select count(*)::int as answer from pg_stat_activity where ${IS_HOLD}`)
}

async function killHard(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

async function ask(url: string, question: string, column = 'answer'): Promise<unknown> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<Record<string, unknown>>(question)
    return rows[0]?.[column]
  } finally {
    await client.end()
  }
}
