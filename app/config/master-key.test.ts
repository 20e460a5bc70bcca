import { mkdtemp, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { resolveMasterKey } from './master-key'

describe('resolveMasterKey', () => {
  it('makes a key once, for its owner alone, however many start at once', async () => {
    const dataDirectory = join(await mkdtemp(join(tmpdir(), 'throughgate-')), 'data')
    const keys = await Promise.all([1, 2, 3].map(() => resolveMasterKey({ masterKey: null, dataDirectory })))
    expect(keys[0]).toHaveLength(32)
    expect(new Set(keys.map(key => key.toString('hex'))).size).toBe(1)
    expect((await stat(join(dataDirectory, 'master.key'))).mode & 0o777).toBe(0o600)
  })

  it('takes the configured one', async () => {
    const masterKey = Buffer.alloc(32, 1)
    expect(await resolveMasterKey({ masterKey, dataDirectory: '/nowhere' })).toBe(masterKey)
  })
})
