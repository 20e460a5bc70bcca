import { setTimeout as delay } from 'node:timers/promises'
import { Client, DatabaseError, escapeIdentifier } from 'pg'
import type { DatabaseUrls } from './database-urls'
import {
  BECOME_ONLY,
  LOGIN_ROLES,
  passwordClause,
  type RolePasswords,
  type RoleStatement,
  roleStatements,
} from './role-statements'

/** duplicate_object and duplicate_database: somebody else has just made it. */
const ALREADY_THERE = ['42710', '42P04']
/** unique_violation, the internal "tuple concurrently updated", object_in_use: two do the same at this moment. */
const RACE_CODES = ['23505', 'XX000', '55006']
const INSUFFICIENT_PRIVILEGE = '42501'

/**
 * Makes the roles that are not there, the login roles with these passwords. Safe to repeat, and for two at once.
 * @param url of a role that may make roles
 * @throws Error when the service's roles could get past row-level security, or when roles are missing and the caller
 *   may not make them: then the message holds the SQL for somebody who may
 */
export async function ensureRoles(url: string, passwords: Partial<RolePasswords>): Promise<void> {
  await withClient(url, async client => {
    const missing = await missingStatements(client)
    for (const { key, statement } of missing) {
      const password = passwordClause(key, passwords)
      await runOnce(client, statement + password).catch((error: unknown) => refuse(error, missing))
    }
    await refuseDangerousRoles(client)
  })
}

/** The passwords that addresses hold for our login roles; an address of another role tells none. */
export function passwordsIn(urls: Partial<DatabaseUrls>): Partial<RolePasswords> {
  const known = LOGIN_ROLES.flatMap(({ name, key }) => {
    const url = urls[key] ? new URL(urls[key]) : null
    return url?.username === name && url.password !== ''
      ? [[key, decodeURIComponent(url.password)] as const]
      : []
  })
  return Object.fromEntries<string>(known)
}

/** Gives login roles that are there already new passwords. @param url of a superuser */
export async function setPasswords(url: string, passwords: RolePasswords): Promise<void> {
  await withClient(url, async client => {
    for (const { name } of LOGIN_ROLES) {
      await runOnce(client, `alter role ${name}${passwordClause(name, passwords)}`)
    }
  })
}

/** Makes the database, owned by throughgate_owner, when it is not there. @param url of a superuser */
export async function ensureDatabase(url: string, name: string): Promise<void> {
  await withClient(url, async client => {
    const found = await client.query('select from pg_database where datname = $1', [name])
    if (found.rowCount) return
    await runOnce(client, `create database ${escapeIdentifier(name)} owner throughgate_owner`)
  })
}

/**
 * Lets the service's roles alone connect, and nobody make temporary tables; PostgreSQL lets every role of the server do
 * both in a new database. Left to the administrator in a database that belongs to somebody else.
 * @param client throughgate_owner or a superuser, connected to the database
 */
export async function closeDatabase(client: Client): Promise<void> {
  await client.query(`
    do $$ begin
      if pg_has_role((select datdba from pg_database where datname = current_database()), 'usage') then
        execute format('revoke connect, temporary on database %I from public', current_database());
        execute format('grant connect on database %I to throughgate_app, throughgate_worker', current_database());
      end if;
    end $$`)
}

async function missingStatements(client: Client): Promise<RoleStatement[]> {
  const { rows } = await client.query<{ key: string }>(
    `select rolname as key from pg_roles
      union all select pg_get_userbyid(member) || ' ' || pg_get_userbyid(roleid) from pg_auth_members`,
  )
  const present = new Set(rows.map(row => row.key))
  const wanted = roleStatements(await serverVersion(client))
  return wanted.filter(({ key }) => !present.has(key))
}

async function runOnce(client: Client, statement: string, attempt = 1): Promise<void> {
  try {
    await client.query(statement)
  } catch (error) {
    const code = codeOf(error)
    if (ALREADY_THERE.includes(code)) return
    if (!RACE_CODES.includes(code) || attempt === 10) throw error
    await delay(attempt * 20)
    await runOnce(client, statement, attempt + 1)
  }
}

function refuse(cause: unknown, missing: RoleStatement[]): never {
  if (codeOf(cause) !== INSUFFICIENT_PRIVILEGE) throw cause
  const script = missing.map(({ statement }) => `  ${statement};`).join('\n')
  throw new Error(
    'This database role may not make the roles the service needs. Ask an administrator to run this in psql, and to ' +
      `give the login roles passwords with \\password:\n${script}`,
    { cause },
  )
}

function codeOf(error: unknown): string {
  return error instanceof DatabaseError ? (error.code ?? '') : ''
}

/** A role an administrator made by hand may say more than ours would. */
async function refuseDangerousRoles(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select rolname as name from pg_roles
      where rolname = any($1) and (rolsuper or rolbypassrls or rolinherit or rolcreaterole)`,
    [['throughgate_app', 'throughgate_worker', ...BECOME_ONLY]],
  )
  if (rows.length === 0) return
  const names = rows.map(row => row.name).join(', ')
  throw new Error(
    `These roles can get past row-level security: ${names}. Make them nosuperuser nobypassrls noinherit.`,
  )
}

async function serverVersion(client: Client): Promise<number> {
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  )
  return rows[0]?.version ?? 0
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
