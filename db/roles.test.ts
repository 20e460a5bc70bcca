import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded/start-embedded-postgres'
import { ensureRoles } from './roles'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 })

/** A server of its own: roles belong to the whole server, and these tests spoil them. */
let server: EmbeddedPostgres
let dataDirectory: string

beforeAll(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'throughgate-roles-'))
  server = await startEmbeddedPostgres({ dataDirectory, settings: { fsync: 'off' } })
})

beforeEach(async () => {
  await asSuperuser('alter role throughgate_owner nocreaterole; alter role throughgate_app nobypassrls')
  await ensureRoles(server.superuserUrl, {})
})

afterAll(async () => {
  await server.stop()
  await rm(dataDirectory, { recursive: true, force: true })
})

describe('making the roles', () => {
  it('leaves each of them there once, however many do it at once', async () => {
    await asSuperuser('drop role throughgate_indexer, throughgate_system')
    await Promise.all(Array.from({ length: 4 }, () => ensureRoles(server.superuserUrl, {})))
    expect(await membershipsOf('throughgate_worker')).toEqual([
      'throughgate_indexer',
      'throughgate_statistician',
      'throughgate_system',
    ])
    expect(await membershipsOf('throughgate_app')).toEqual([
      'throughgate_commissioner',
      'throughgate_confidential',
      'throughgate_indexer',
      'throughgate_professional',
      'throughgate_public',
      'throughgate_sign_in',
      'throughgate_system',
    ])
  })

  it('can be left to an owner who may make roles', async () => {
    await asSuperuser('drop role throughgate_indexer; alter role throughgate_owner createrole')
    await ensureRoles(server.urls.owner, {})
    expect(await membershipsOf('throughgate_worker')).toContain('throughgate_indexer')
  })

  it('asks nothing of an owner who may not, when they are all there', async () => {
    await expect(ensureRoles(server.urls.owner, {})).resolves.toBeUndefined()
  })

  it('tells an owner who may not what an administrator must run, without any password', async () => {
    await asSuperuser('drop role throughgate_indexer')
    const refused = ensureRoles(server.urls.owner, { app: 'secret' })
    await expect(refused).rejects.toThrow('create role throughgate_indexer nologin noinherit;')
    await expect(refused).rejects.toThrow(
      'grant throughgate_indexer to throughgate_app with inherit false, set true;',
    )
    await expect(refused).rejects.not.toThrow('secret')
  })

  it('refuses a role that could get past row-level security', async () => {
    await asSuperuser('alter role throughgate_app bypassrls')
    await expect(ensureRoles(server.superuserUrl, {})).rejects.toThrow(
      'These roles can get past row-level security: throughgate_app. Make them nosuperuser nobypassrls noinherit.',
    )
  })
})

async function membershipsOf(role: string): Promise<string[]> {
  const rows = await asSuperuser(
    `select distinct pg_get_userbyid(roleid) as name from pg_auth_members where pg_get_userbyid(member) = '${role}' order by 1`,
  )
  return rows.map(row => row.name)
}

async function asSuperuser(statement: string): Promise<{ name: string }[]> {
  const client = new Client({ connectionString: server.superuserUrl })
  await client.connect()
  try {
    return (await client.query<{ name: string }>(statement)).rows
  } finally {
    await client.end()
  }
}
