import { chmod, chown, mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { placeServer } from './placement'

const isRoot = process.getuid?.() === 0
const made: string[] = []
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughgate-placement-'))
  made.push(folder)
})

afterEach(async () => {
  for (const path of made.splice(0)) await rm(path, { recursive: true, force: true })
})

describe('the place of the server’s data', () => {
  it('is the folder itself, where the server’s account can reach it', async () => {
    await chmod(folder, 0o755)
    const place = await placeServer(join(folder, 'postgres'))
    expect(place).toMatchObject({
      home: join(folder, 'postgres'),
      cluster: join(folder, 'postgres', 'cluster'),
    })
  })

  it.runIf(isRoot)('is in /var/tmp when root’s folder is closed to that account', async () => {
    await chmod(folder, 0o700)
    const place = await placeServer(join(folder, 'postgres'))
    made.push(place.shelter)
    expect(place.home).toBe(join(folder, 'postgres'))
    expect(place.shelter).toMatch(/^\/var\/tmp\/throughgate-[0-9a-f]{16}$/)
    expect(place.user?.uid).toBeGreaterThan(0)
  })

  it.runIf(isRoot)('is refused in /var/tmp when somebody else has put a folder there', async () => {
    await chmod(folder, 0o700)
    const { shelter } = await placeServer(join(folder, 'postgres'))
    made.push(shelter)
    await chown(shelter, 65_534, 65_534)
    await expect(placeServer(join(folder, 'postgres'))).rejects.toThrow('was made by somebody else')
  })

  it.runIf(isRoot)('keeps the account that made them', async () => {
    await chmod(folder, 0o755)
    await mkdir(join(folder, 'cluster'))
    await chown(join(folder, 'cluster'), 12_345, 12_345)
    expect((await placeServer(folder)).user).toEqual({ uid: 12_345, gid: 12_345 })
  })

  it.runIf(!isRoot)('is closed to every other account', async () => {
    const place = await placeServer(join(folder, 'postgres'))
    expect((await stat(place.home)).mode & 0o077).toBe(0)
    expect(place.user).toBeNull()
  })
})
