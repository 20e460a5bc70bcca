import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import { Client, type ClientBase, type ClientConfig, Pool, type PoolConfig, types } from 'pg'
import { PoolBusy } from './database-failure'
import type { DB } from './schema'

export interface ConnectionOptions {
  /** Most connections held open; 10 unless told. */
  max?: number
  /** How long one statement may run, in milliseconds; 1,500 unless told. */
  statementTimeoutMs?: number
  /** How long the server may take to let us in, in milliseconds; 1,000 unless told. */
  connectTimeoutMs?: number
  /** How long to wait for a connection of ours to come free, in milliseconds; 5,000 unless told. */
  waitMs?: number
  /** Told of a connection that broke while nobody used it. The pool has dropped it by then. */
  onIdleError?: (error: Error) => void
}

const CONNECT_TIMEOUT_MS = 1000
/** Longer than a hung server is waited for, so that those behind it are told of it and not that we are busy. */
const WAIT_MS = 5000
const STATEMENT_TIMEOUT_MS = 1500
/** How much longer than the server we wait: past it the server is hung, for it would have answered with its own time-out. */
const SILENCE_MS = 500
const IDLE_IN_TRANSACTION_MS = 10_000

const { builtins } = types
const INT8_ARRAY = 1016
const DATE_ARRAY = 1182

type Parser = (text: string) => unknown

/** Counts fit a number; a calendar day must not become an instant of some time zone. Numeric and ranges stay text. */
const PARSERS = new Map<number, Parser>([
  [builtins.INT8, Number],
  [builtins.DATE, text => text],
  [INT8_ARRAY, text => parseFlatArray(text, Number)],
  [DATE_ARRAY, text => parseFlatArray(text, day => day)],
])

/**
 * A pool on `url`, with names in camelCase on this side and snake_case on the other. Does not connect until used;
 * `destroy()` closes it.
 */
export function createDatabase(url: string, options: ConnectionOptions = {}): Kysely<DB> {
  const pool = openPool(url, options)
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool: carefulPool(pool, options.waitMs ?? WAIT_MS) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true, underscoreBeforeDigits: true })],
  })
}

/** The pool itself, for what speaks to PostgreSQL without Kysely. */
export function openPool(url: string, options: ConnectionOptions = {}): Pool {
  const statementTimeout = options.statementTimeoutMs ?? STATEMENT_TIMEOUT_MS
  const config: PoolConfig = {
    connectionString: url,
    max: options.max ?? 10,
    connectionTimeoutMillis: options.waitMs ?? WAIT_MS,
    statement_timeout: statementTimeout,
    query_timeout: statementTimeout + SILENCE_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    keepAlive: true,
    types: {
      getTypeParser: (id: number, format?: 'text' | 'binary'): unknown =>
        PARSERS.get(id) ?? types.getTypeParser(id, format),
    },
  }
  const pool = new Pool({ ...config, Client: clientFor(options.connectTimeoutMs ?? CONNECT_TIMEOUT_MS) })
  pool.on('error', error => options.onIdleError?.(error))
  return pool
}

/**
 * A connection that breaks while it is lent out tells whoever waits for its answer; the event it emits besides has no
 * listener of the pool's then, and would end the process.
 */
function clientFor(connectTimeoutMs: number): new (config?: ClientConfig) => Client {
  return class extends Client {
    constructor(config?: ClientConfig) {
      super({ ...config, connectionTimeoutMillis: connectTimeoutMs })
      this.on('error', () => undefined)
    }
  }
}

/**
 * After a time-out on our side the connection still waits for its answer, inside an open transaction and under the last
 * viewer's role; even the rollback never left. Lent to the next request, it would commit what was given up. So it is closed.
 * Whoever waited in vain while others were answered is told that we are busy.
 */
function carefulPool(pool: Pool, waitMs: number): PostgresPool {
  let answeredAt = -Infinity
  return {
    async connect() {
      const client = await pool.connect().catch((error: unknown) => {
        throw wasInUse(error) && performance.now() - answeredAt < waitMs ? new PoolBusy(error) : error
      })
      const release = client.release.bind(client)
      client.release = () => {
        const isWell = isIdle(client)
        if (isWell) answeredAt = performance.now()
        release(!isWell)
      }
      return client
    },
    end: () => pool.end(),
  }
}

function wasInUse(error: unknown): boolean {
  return error instanceof Error && error.message === 'timeout exceeded when trying to connect'
}

function isIdle(client: ClientBase): boolean {
  return 'readyForQuery' in client && client.readyForQuery === true && client.getTransactionStatus() === 'I'
}

/** One dimension of values that never need quotes, such as {2027-01-31,NULL}. */
function parseFlatArray<T>(text: string, parse: (entry: string) => T): (T | null)[] {
  if (text === '{}') return []
  return text
    .slice(1, -1)
    .split(',')
    .map(entry => (entry === 'NULL' ? null : parse(entry)))
}
