import { afterAll, beforeAll, describe, it } from 'vitest'
import * as walk from '../support/forms/hostile-walk'
import { type WalkedSite, walkSite } from '../support/walk-site'

let site: WalkedSite
beforeAll(async () => {
  site = await walkSite()
}, 300_000)
afterAll(() => site?.close())

/** The whole of what hostile-walk.test.ts takes one sample of each from. */
describe('every form and address of the site, whole', () => {
  // Before what changes how things stand, so that every form is still there.
  it('draws every form again with each box that holds a character that cannot be seen', async () => {
    await walk.sendUnkeepable(site, walk.every)
    await walk.expectUnharmed(site)
  })

  it('refuses every body that no page makes', async () => {
    await walk.sendHostileBodies(site, walk.every)
    await walk.expectUnharmed(site)
  })

  it('answers every field made into everything that it is not', async () => {
    await walk.sendHostileFields(site, walk.every)
    await walk.expectUnharmed(site)
  })

  it('answers every address with every part that means nothing', async () => {
    await walk.askHostileAddresses(site, walk.every)
    await walk.expectUnharmed(site)
  })
})
