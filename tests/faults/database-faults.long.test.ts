import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { oweEmail, pagesAreGiven, surviving } from './expectations'
import { type FaultStage, openFaultStage } from './stage'

let stage: FaultStage
beforeAll(async () => {
  stage = await openFaultStage()
})
afterAll(() => stage?.close())

const ROUNDS = 3

describe('the service, its database hurt under load', () => {
  it.each<[string, () => Promise<void>]>([
    [
      'each connection cut, over and over',
      async () => {
        for (let times = 0; times < 30; times += 1) {
          await stage.postgres.cutEach()
          await delay(100)
        }
      },
    ],
    [
      'a connection’s process killed',
      async () => {
        for (let times = 0; times < ROUNDS; times += 1) {
          await stage.postgres.killBackend()
          await pagesAreGiven(stage)
        }
      },
    ],
    [
      'PostgreSQL stopped for ten seconds',
      async () => {
        const goOn = await stage.postgres.hang()
        await delay(10_000)
        goOn()
      },
    ],
    [
      'PostgreSQL killed and started again',
      async () => {
        for (let times = 0; times < ROUNDS; times += 1) {
          await stage.postgres.kill()
          await pagesAreGiven(stage)
        }
      },
    ],
  ])('%s: lives, loses nothing, and sends what it owed', async (_what, harm) => {
    const written = await oweEmail(stage)
    await surviving(stage, harm)
    await written()
  })
})

describe('the process, killed under load', () => {
  it('comes back with all that was acknowledged, and sends what it owed', async () => {
    for (let times = 0; times < ROUNDS; times += 1) {
      const written = await oweEmail(stage)
      await surviving(
        stage,
        async () => {
          expect(await stage.web.end('SIGKILL')).toBeNull()
          await stage.web.start()
        },
        true,
      )
      await written()
    }
  })
})

describe('the process, asked to end', () => {
  it('under load: ends in order, and comes back with all that was acknowledged', async () => {
    await surviving(
      stage,
      async () => {
        expect(await stage.web.end('SIGTERM')).toBe(0)
        await stage.web.start()
      },
      true,
    )
  })

  it('while PostgreSQL stands still: ends all the same', async () => {
    const goOn = await stage.postgres.hang()
    expect(await stage.web.end('SIGTERM')).not.toBeNull()
    goOn()
    await stage.web.start()
    await pagesAreGiven(stage)
  })
})
