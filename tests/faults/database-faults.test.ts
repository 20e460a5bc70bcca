import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
