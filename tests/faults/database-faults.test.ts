import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { oweEmail, surviving } from './expectations'
import { type FaultStage, openFaultStage } from './stage'

let stage: FaultStage
beforeAll(async () => {
  stage = await openFaultStage()
})
afterAll(() => stage?.close())

/** One sample of what database-faults.long.test.ts does in full. */
describe('the service, its database hurt under load', () => {
  it('outlives every connection cut, several times over', async () => {
    await surviving(stage, async () => {
      for (let times = 0; times < 5; times += 1) {
        await stage.postgres.cutEach()
        await delay(100)
      }
    })
  })

  it('outlives a server that stands still, says so meanwhile, and sends the email it owed', async () => {
    const written = await oweEmail(stage)
    const { refused } = await surviving(stage, async () => {
      const goOn = await stage.postgres.hang()
      await delay(4_000)
      goOn()
    })
    expect(refused).toBeGreaterThan(0)
    await written()
  })
})

describe('the service, asked to end', () => {
  it('says that it is not ready while its port is open still, then ends in order', async () => {
    const { url, end } = stage.web
    const ended = end('SIGTERM')
    await vi.waitFor(
      async () => {
        const answer = await fetch(`${url}/readyz`)
        expect(answer.status).toBe(503)
        expect(await answer.json()).toMatchObject({ serving: false, database: 'ok' })
      },
      { timeout: 20_000, interval: 20 },
    )
    expect((await fetch(`${url}/sign-in`)).status).toBe(200)
    expect(await ended).toBe(0)
  })
})
