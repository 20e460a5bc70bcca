import { sql } from 'kysely'
import { expect, vi } from 'vitest'
import { anotherCase, submitted } from '../factories/referral-world'
import { type Load, type Seen, signIn, startLoad } from './load'
import { addressOnStage, type FaultStage } from './stage'

const SOON = { timeout: 60_000, interval: 100 }
/** From when the database is back. */
const RECOVERED = { timeout: 5_000, interval: 50 }
const MAIL = { timeout: 60_000, interval: 250 }
const CLIENTS = 6

/**
 * Does harm under load, and expects what must hold of any: the process lives and says that it does, pages say in words that
 * they cannot be given and are given again afterwards, what was acknowledged is there once, what is unknown at most once.
 */
export async function surviving(
  stage: FaultStage,
  harm: () => Promise<void>,
  mayBeDown = false,
): Promise<Seen> {
  const before = await countCases(stage)
  const actsBefore = await countActs(stage)
  const load = await startLoad(stage, CLIENTS, mayBeDown)
  await givenMore(load)
  const pulse = mayBeDown ? null : takePulse(stage)
  const cookie = await signIn(stage)
  await harm()
  await (mayBeDown ? pagesAreGiven(stage) : recovers(stage, cookie))
  await givenMore(load)
  const seen = await load.stop()
  expect((await pulse?.stop()) ?? []).toEqual([])
  expect(seen.wrong).toEqual([])
  expect(stage.web.isAlive()).toBe(true)
  await expectWritesOnce(stage, before, seen)
  await expectActsOnce(stage, actsBefore, seen)
  return seen
}

/**
 * Refers somebody to the hostel. @returns waits until its people have been written to: one letter each, which may come twice under
 * the same Message-ID when it could not be noted that it went
 */
export async function oweEmail(stage: FaultStage): Promise<() => Promise<void>> {
  const { world, mail } = stage
  const { referralId } = await submitted(world, 'hostel', await anotherCase(world))
  const recipients = [world.emails.secondManager, world.emails.secondWorker].map(addressOnStage).sort()
  return async () => {
    await vi.waitFor(() => {
      const letters = mail.received.filter(({ raw }) => raw.replaceAll('=\r\n', '').includes(referralId))
      const byId = new Map(letters.map(({ raw, to }) => [/^Message-ID: (.*)$/im.exec(raw)?.[1], to]))
      expect([...byId.values()].flat().sort()).toEqual(recipients)
    }, MAIL)
  }
}

/** Once the database is back, pages are given again by themselves to somebody who was signed in before. */
async function recovers({ web, postgres }: FaultStage, cookie: string): Promise<void> {
  await vi.waitFor(() => postgres.answers(), SOON)
  await vi.waitFor(async () => {
    expect((await fetch(`${web.url}/cases`, { headers: { cookie } })).status).toBe(200)
  }, RECOVERED)
}

/** Until the service gives pages again to somebody who was signed in before. */
export async function pagesAreGiven(stage: FaultStage): Promise<void> {
  await vi.waitFor(async () => {
    const answer = await fetch(`${stage.web.url}/cases`, { headers: { cookie: await signIn(stage) } })
    expect(answer.status).toBe(200)
  }, SOON)
}

/** Some pages more, so that the harm is done in the middle of work. */
function givenMore({ seen }: Load): Promise<void> {
  const from = seen.given + seen.acknowledged.length
  return vi.waitFor(
    () => expect(seen.given + seen.acknowledged.length).toBeGreaterThan(from + 2 * CLIENTS),
    SOON,
  )
}

async function expectWritesOnce({ world }: FaultStage, before: number, seen: Seen): Promise<void> {
  const ids = await world.database.owner.selectFrom('personCase').select('id').execute()
  const there = new Set(ids.map(({ id }) => id))
  expect(seen.acknowledged.filter(id => !there.has(id))).toEqual([])
  expect(new Set(seen.acknowledged).size).toBe(seen.acknowledged.length)
  const made = ids.length - before
  expect(made).toBeGreaterThanOrEqual(seen.acknowledged.length)
  expect(made).toBeLessThanOrEqual(seen.acknowledged.length + seen.unknown)
}

/** Every act acknowledged is there once, every unknown one at most once; and no bedspace is claimed twice at once. */
async function expectActsOnce(stage: FaultStage, before: Counts, { acts }: Seen): Promise<void> {
  expect(acts.acknowledged.size).toBeGreaterThan(0)
  const after = await countActs(stage)
  for (const act of new Set([...after.keys(), ...acts.acknowledged.keys()])) {
    const done = (after.get(act) ?? 0) - (before.get(act) ?? 0)
    const known = acts.acknowledged.get(act) ?? 0
    expect([act, done >= known, done <= known + (acts.unknown.get(act) ?? 0)]).toEqual([act, true, true])
  }
  const { rows } = await sql`
    select from bedspace_claim one join bedspace_claim other
      on other.bedspace_id = one.bedspace_id and other.id > one.id and other.during && one.during
    where one.active and other.active`.execute(stage.world.database.owner)
  expect(rows).toEqual([])
}

type Counts = ReadonlyMap<string, number>

async function countActs({ world, offers, voided }: FaultStage): Promise<Counts> {
  const { owner } = world.database
  const done = await owner
    .selectFrom('referralHistory')
    .select(['event', 'referralId', count => count.fn.countAll<string>().as('many')])
    .where(
      'referralId',
      'in',
      offers.map(({ referralId }) => referralId),
    )
    .where('event', 'in', ['offer', 'take_back_offer'])
    .groupBy(['event', 'referralId'])
    .execute()
  const voids = await owner
    .selectFrom('bedspaceClaim')
    .select('id')
    .where('bedspaceId', 'in', voided)
    .where('kind', '=', 'void')
    .execute()
  const events = done.map(({ event, referralId, many }) => [`${event} ${referralId}`, Number(many)] as const)
  return new Map([...events, ['void', voids.length] as const])
}

async function countCases({ world }: FaultStage): Promise<number> {
  return (await world.database.owner.selectFrom('personCase').select('id').execute()).length
}

/** Asks all the while whether the process answers. `stop` gives what was wrong. */
function takePulse({ web }: FaultStage): { stop(): Promise<string[]> } {
  const wrong: string[] = []
  let stopped = false
  const beating = (async () => {
    while (!stopped) {
      const status = await fetch(`${web.url}/healthz`, { signal: AbortSignal.timeout(15_000) }).then(
        answer => answer.status,
        (error: unknown) => String(error),
      )
      if (status !== 200) wrong.push(String(status))
      await new Promise(next => setTimeout(next, 100))
    }
  })()
  return {
    async stop() {
      stopped = true
      await beating
      return wrong
    },
  }
}
