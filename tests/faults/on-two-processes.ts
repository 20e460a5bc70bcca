import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { sql } from 'kysely'
import { createKeyRing } from '@db/encryption/key-ring'
import { seedSmallWorld, type SmallWorld } from '@db/seeds/small'
import { addDays, londonDay } from '~/domain/time/calendar'
import { ensureBuilt } from '../support/build'
import { createTestDatabase, type TestDatabase } from '../support/database'
import { freePort } from '../support/demonstration'
import { passSecondFactor, signInAt } from '../support/sign-in'
import { postForm, TEST_MASTER_KEY } from '../support/server'
import { type WebProcess, webProcess } from './web-process'

/** No test is about how long it takes: the followers read changes each second. */
const SOON = { timeout: 60_000, interval: 100 }

/** What is saved through one of two `npm start` on one database, the first with the worker, is found through the other. */
export function onTwoProcesses(moreSettings: () => Promise<Record<string, string>>): void {
  let database: TestDatabase
  let world: SmallWorld
  let one: WebProcess
  let other: WebProcess
  let cookie: string

  beforeAll(async () => {
    await ensureBuilt()
    database = await createTestDatabase()
    world = await seedSmallWorld(database.owner, createKeyRing(TEST_MASTER_KEY), new Date())
    // A real service refuses to start beside accounts of the demonstration, which alone have addresses at example.org.
    await sql`update person set email = replace(email::text, 'example.org', 'example.net')`.execute(
      database.owner,
    )
    const settings = {
      MASTER_KEY: TEST_MASTER_KEY.toString('base64'),
      DATABASE_URL: database.urls.app,
      STOP_NOTICE_SECONDS: '0',
      ...(await moreSettings()),
    }
    one = webProcess(await freePort(), { ...settings, DATABASE_WORKER_URL: database.urls.worker })
    other = webProcess(await freePort(), { ...settings, WORKER: 'apart' })
    await one.start()
    await other.start()
    const email = world.emails.firstManager.replace('example.org', 'example.net')
    cookie = await passSecondFactor(database.owner, await signInAt(one.url, email, world.password))
  })
  afterAll(async () => {
    await one.end('SIGTERM')
    await other.end('SIGTERM')
    await database.drop()
  })

  /** Whether a process finds a service of that name that has a bedspace free now, or any at all. */
  async function finds(at: WebProcess, name: string, vacancy = ''): Promise<boolean> {
    const answer = await fetch(`${at.url}/services?q=${encodeURIComponent(name)}${vacancy}`, {
      headers: { cookie },
    })
    return (await answer.text()).includes(`/services/${world.services.womensHouse}`)
  }

  it('closes a bedspace on one, and finds no vacancy on the other', async () => {
    const name = await nameOf(world.services.womensHouse)
    await vi.waitFor(async () => expect(await finds(other, name, '&vacancy=now')).toBe(true), SOON)
    for (const bedspaceId of world.bedspaces.womensHouse) await close(bedspaceId)
    for (const each of [other, one])
      await vi.waitFor(async () => expect(await finds(each, name, '&vacancy=now')).toBe(false), SOON)
    expect(await finds(other, name)).toBe(true)
  })

  it('finds a service on both by the name it is given', async () => {
    await database.owner
      .updateTable('service')
      .set({ name: 'Oystercatcher Rise' })
      .where('id', '=', world.services.womensHouse)
      .execute()
    for (const each of [one, other])
      await vi.waitFor(async () => expect(await finds(each, 'oystercatcher')).toBe(true), SOON)
  })

  async function nameOf(id: string): Promise<string> {
    const row = await database.owner
      .selectFrom('service')
      .select('name')
      .where('id', '=', id)
      .executeTakeFirst()
    return row?.name ?? ''
  }

  /** A void from today on, as the provider's form sends it. */
  async function close(bedspaceId: string): Promise<void> {
    const today = londonDay(new Date())
    const [from, until] = [boxes('fromOn', today), boxes('untilOn', addDays(today, 20))]
    const path = `${one.url}/vacancies/${bedspaceId}/void`
    const answer = await postForm(path, { reason: 'repair', ...from, ...until }, { cookie })
    expect(answer.status).toBe(303)
  }
}

function boxes(name: string, day: string): Record<string, string> {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-')
  return { [`${name}.day`]: dayOfMonth, [`${name}.month`]: month, [`${name}.year`]: year }
}
