import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPool } from 'kysely'
import { type ClientBase, Pool, types } from 'pg'
import type { DB } from './schema'

export interface ConnectionOptions {
  /** Most connections held open; 10 unless told. */
  max?: number
  /** How long one statement may run, in milliseconds; 1,500 unless told. */
  statementTimeoutMs?: number
  /** How long to wait for a connection, in milliseconds; 1,000 unless told. */
  connectTimeoutMs?: number
  /** Told of a connection that broke while nobody used it. The pool has dropped it by then. */
  onIdleError?: (error: Error) => void
}

const CONNECT_TIMEOUT_MS = 1000
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
  const statementTimeout = options.statementTimeoutMs ?? STATEMENT_TIMEOUT_MS
  const pool = new Pool({
    connectionString: url,
    max: options.max ?? 10,
    connectionTimeoutMillis: options.connectTimeoutMs ?? CONNECT_TIMEOUT_MS,
    statement_timeout: statementTimeout,
    query_timeout: statementTimeout + SILENCE_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    keepAlive: true,
    types: {
      getTypeParser: (id: number, format?: 'text' | 'binary'): unknown =>
        PARSERS.get(id) ?? types.getTypeParser(id, format),
    },
  })
  pool.on('error', error => options.onIdleError?.(error))
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool: discardingUnfinished(pool) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}

/**
 * After a time-out on our side the connection still waits for its answer, inside an open transaction and under the last
 * viewer's role; even the rollback never left. Lent to the next request, it would commit what was given up. So it is closed.
 */
function discardingUnfinished(pool: Pool): PostgresPool {
  return {
    async connect() {
      const client = await pool.connect()
      const release = client.release.bind(client)
      client.release = () => release(!isIdle(client))
      return client
    },
    end: () => pool.end(),
  }
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
