import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type KeptTable, keptTables } from './catalogue'
import type { MeasuredSequence, MeasuredTable, Measurement } from './manifest'
import { readRights } from './rights'

const NEW_LINE = 0x0a

/** Counts and hashes the rows of a table as they pass. */
export interface Meter {
  take(bytes: Buffer): void
  end(): Omit<MeasuredTable, 'name'>
}

/** @param isChain whether its rows have a head */
export function createMeter(isChain: boolean): Meter {
  const whole = createHash('sha256')
  const chain = isChain ? createChain() : null
  let rows = 0
  return {
    take(bytes) {
      whole.update(bytes)
      chain?.take(bytes)
      for (let at = bytes.indexOf(NEW_LINE); at >= 0; at = bytes.indexOf(NEW_LINE, at + 1)) rows += 1
    },
    end: () => ({ rows, checksum: whole.digest('hex'), head: chain?.head() ?? null }),
  }
}

/** Each row hashed with the head before it: a row that was changed, taken out or put in changes every head after it. */
function createChain() {
  let head = Buffer.alloc(32)
  let begun: Buffer[] = []
  return {
    take(bytes: Buffer) {
      let from = 0
      for (let at = bytes.indexOf(NEW_LINE); at >= 0; at = bytes.indexOf(NEW_LINE, from)) {
        const hash = createHash('sha256').update(head)
        for (const piece of begun) hash.update(piece)
        head = hash.update(bytes.subarray(from, at)).digest()
        begun = []
        from = at + 1
      }
      if (from < bytes.length) begun.push(Buffer.from(bytes.subarray(from)))
    },
    head: () => head.toString('hex'),
  }
}

/**
 * Lets a session write values in one way, whatever the server, the database or the role are set to, and take the time it needs. For a
 * client of its own.
 */
export async function settleSession(client: Client): Promise<void> {
  await client.query(`
    set client_encoding = 'UTF8'; set datestyle = 'ISO, MDY'; set intervalstyle = 'postgres'; set timezone = 'UTC';
    set extra_float_digits = 3; set bytea_output = 'hex'; set statement_timeout = 0;
    set idle_in_transaction_session_timeout = 0; set search_path = public, pg_catalog`)
}

/** The rows of a table as COPY writes them, in their order. */
export function rowsOf(
  client: Client,
  { name, columns, order, where }: Pick<KeptTable, 'name' | 'columns' | 'order' | 'where'>,
): AsyncIterable<Buffer> {
  const only = where === null ? '' : ` where ${where}`
  return client.query(
    copyTo(`copy (select ${columns.join(', ')} from ${name}${only} order by ${order}) to stdout`),
  )
}

/** Counts and hashes all that is kept, in the transaction of the client. */
export async function measureDatabase(client: Client): Promise<Measurement> {
  const tables: MeasuredTable[] = []
  for (const table of await keptTables(client)) {
    const meter = createMeter(table.isChain)
    for await (const bytes of rowsOf(client, table)) meter.take(bytes)
    tables.push({ name: table.name, ...meter.end() })
  }
  return { tables, sequences: await readSequences(client), rights: await readRights(client) }
}

/** Where each sequence stands. No transaction holds one still: read after the rows, it is never behind them. */
export async function readSequences(client: Client): Promise<MeasuredSequence[]> {
  const { rows } = await client.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S' order by 1`,
  )
  const sequences: MeasuredSequence[] = []
  for (const { name } of rows) {
    const at = await client.query<{ last: string; isCalled: boolean }>(
      `select last_value::text as last, is_called as "isCalled" from ${name}`,
    )
    if (at.rows[0]) sequences.push({ name, ...at.rows[0] })
  }
  return sequences
}
