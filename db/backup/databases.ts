import { Client, DatabaseError, escapeIdentifier } from 'pg'

const INSUFFICIENT_PRIVILEGE = '42501'

/**
 * Refuses a database that holds anything: nothing is ever restored over something.
 * @throws Error
 */
export async function refuseFilled(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    const { rows } = await client.query<{ database: string; relations: number }>(
      `select current_database() as database, count(*)::int as relations
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname not in ('pg_catalog', 'information_schema') and n.nspname !~ '^pg_toast'
          and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`,
    )
    const found = rows[0]
    if (found && found.relations > 0)
      throw new Error(
        `The database ${found.database} is not empty. Nothing was changed: name an empty one, or a new one (npm run restore -- FILE --to NAME).`,
      )
  } finally {
    await client.end()
  }
}

/** Takes everything out of a database that was empty before, so that it can be restored into again. */
export async function emptyAgain(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    await client.query(`drop schema if exists pgboss cascade; drop schema public cascade;
      create schema public; grant usage on schema public to public`)
  } finally {
    await client.end()
  }
}

/** Makes a database of the owner's. @param adminUrl of a role that may make databases @throws Error that says what an administrator runs */
export async function createEmptyDatabase(adminUrl: string, name: string): Promise<void> {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(name))
    throw new Error(`“${name}” is no name for a database: small letters, digits and _, a letter first.`)
  const statement = `create database ${escapeIdentifier(name)} owner throughgate_owner`
  await administer(adminUrl, statement).catch((cause: unknown) => {
    if (!(cause instanceof DatabaseError && cause.code === INSUFFICIENT_PRIVILEGE)) throw cause
    throw new Error(
      `This role may not make a database. Ask an administrator to run: ${statement}; or to let it: alter role throughgate_owner createdb;`,
      { cause },
    )
  })
}

/** Removes a database that was made to be looked at. */
export async function dropMadeDatabase(adminUrl: string, name: string): Promise<void> {
  await administer(adminUrl, `drop database if exists ${escapeIdentifier(name)} with (force)`)
}

async function administer(adminUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl, connectionTimeoutMillis: 5000 })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
