import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Client } from 'pg'
import type { DatabaseUrls } from '../database-urls'
import { ensureDatabase, ensureRoles } from '../roles'
import { findBinaries, reachableBinaries } from './binaries'
import { checkClusterVersion, createCluster, hasCluster } from './cluster'
import type { Hold } from './hold'
import { keepHold } from './kept-hold'
import { type Placement, placeServer } from './placement'
import {
  findPostmaster,
  readLogEnd,
  type ServerSettings,
  spawnPostmaster,
  stopPostmaster,
} from './postmaster'
import {
  isPortFree,
  makeServerState,
  readServerState,
  type ServerState,
  writeServerState,
} from './server-state'
import { withStartLock } from './start-lock'

export interface EmbeddedPostgres {
  urls: DatabaseUrls
  /** The all-powerful role, in the database `postgres`: for tests, backup and repair, never for the service. */
  superuserUrl: string
  /** Whether the server ran already. */
  reused: boolean
  /** Gives the server up. The last process to do so stops it; while another needs it, it stays. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** The folder for data, passwords and log; made when it is not there. */
  dataDirectory: string
  /** Server settings that take effect when this call starts the server. */
  settings?: ServerSettings
  /** Told what keeps the server from coming up again after it died. */
  onTrouble?: (error: unknown) => void
}

const DATABASE_NAME = 'throughgate'
const LONGEST_START_MS = 60_000
const ATTEMPTS = 8

/**
 * A real PostgreSQL inside the project, with its roles and an empty database: the one that runs on this data directory,
 * or a new one. Should it die while it is needed, it is started again. It listens on 127.0.0.1 alone, for passwords kept in a file readable by us alone.
 * @throws Error saying what to do when there is no PostgreSQL for this machine or it does not start
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const place = await placeServer(options.dataDirectory)
  const lock = join(place.home, 'start.lock')
  const settings = options.settings ?? {}
  return withStartLock(lock, async () => {
    const { state, reused } = await findOrLaunch(place, settings)
    const superuserUrl = urlFor(state, 'postgres', state.superuserPassword, 'postgres')
    await ensureRoles(superuserUrl, state.passwords)
    await ensureDatabase(superuserUrl, DATABASE_NAME)
    const revive = () => withStartLock(lock, () => reviveAt(state.port, place, settings))
    const kept = await keepHold(superuserUrl, revive, options.onTrouble ?? (() => undefined))
    return {
      urls: roleUrls(state),
      superuserUrl,
      reused,
      async stop() {
        const hold = await kept.letGo()
        if (hold) await withStartLock(lock, () => giveUp(place, hold))
      },
    }
  })
}

/** On the port of before: this process, and others, have its address. */
async function reviveAt(port: number, place: Placement, settings: ServerSettings): Promise<void> {
  const isGone = (await findPostmaster(place.cluster)) === null
  if (isGone && !(await isPortFree(port)))
    throw new Error(`Another program has taken the embedded PostgreSQL’s port ${port}.`)
  await findOrLaunch(place, settings)
}

async function findOrLaunch(
  place: Placement,
  settings: ServerSettings,
): Promise<{ state: ServerState; reused: boolean }> {
  const known = await readServerState(join(place.home, 'server.json'))
  const pid = await findPostmaster(place.cluster)
  if (known && pid !== null) {
    if (await answersInTime(known, place, () => false)) return { state: known, reused: true }
    throw new Error(
      `The PostgreSQL on ${place.cluster} (process ${pid}) does not answer:\n${await readLogEnd(place)}`,
    )
  }
  return { state: await launch(place, settings, known), reused: false }
}

async function launch(
  place: Placement,
  settings: ServerSettings,
  known: ServerState | null,
): Promise<ServerState> {
  const binaries = await reachableBinaries(await findBinaries(), place.user, place.shelter)
  if (!known && (await hasCluster(place.cluster))) {
    throw new Error(
      `The passwords of ${place.cluster} are lost: ${join(place.home, 'server.json')} is not there.`,
    )
  }
  let state = known ?? (await settleState(place))
  if (await hasCluster(place.cluster)) await checkClusterVersion(place.cluster, binaries)
  else await createCluster(place, binaries, state.superuserPassword)
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    if (!(await isPortFree(state.port))) state = await settleState(place, state)
    const server = await spawnPostmaster(place, binaries, state.port, settings)
    if (await answersInTime(state, place, server.hasEnded)) return state
    // Sessions of a server that was killed hold its memory for a moment: a later attempt succeeds.
    await delay(attempt * 200)
  }
  throw new Error(`The embedded PostgreSQL did not start. Its last words:\n${await readLogEnd(place)}`)
}

/** A new port when another program took the old one; the passwords, once made, belong to the data and stay. */
async function settleState(place: Placement, known?: ServerState): Promise<ServerState> {
  const made = await makeServerState()
  const state = { ...made, ...known, port: made.port }
  await writeServerState(join(place.home, 'server.json'), state)
  return state
}

async function answersInTime(state: ServerState, place: Placement, ended: () => boolean): Promise<boolean> {
  const giveUpAt = Date.now() + LONGEST_START_MS
  while (!ended() && Date.now() < giveUpAt) {
    if (await answers(state, place.cluster)) return true
    await delay(30)
  }
  return false
}

async function answers(state: ServerState, cluster: string): Promise<boolean> {
  const client = new Client({
    connectionString: urlFor(state, 'postgres', state.superuserPassword, 'postgres'),
    connectionTimeoutMillis: 2000,
    query_timeout: 2000,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ here: boolean }>(
      `select current_setting('data_directory') = $1 as here`,
      [cluster],
    )
    return rows[0]?.here === true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function giveUp(place: Placement, hold: Hold): Promise<void> {
  const others = await hold.countOthers()
  await hold.release()
  if (others === 0) await stopPostmaster(place.cluster)
}

function roleUrls(state: ServerState): DatabaseUrls {
  return {
    owner: urlFor(state, 'throughgate_owner', state.passwords.owner, DATABASE_NAME),
    app: urlFor(state, 'throughgate_app', state.passwords.app, DATABASE_NAME),
    worker: urlFor(state, 'throughgate_worker', state.passwords.worker, DATABASE_NAME),
  }
}

function urlFor(state: ServerState, user: string, password: string, database: string): string {
  return `postgres://${user}:${password}@127.0.0.1:${state.port}/${database}`
}
