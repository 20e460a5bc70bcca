import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadBuild } from '~/server/web/remix-pages'
import { safeNextPath } from '~/http/next-path'
import * as walk from '../support/forms/hostile-walk'
import { type WalkedSite, walkSite } from '../support/walk-site'

let site: WalkedSite
beforeAll(async () => {
  site = await walkSite()
}, 300_000)
afterAll(() => site?.close())

/** Drawn in states the walk's world does not have: a half session, a link, two sessions, a correction. The tests of each send them. */
const ELSEWHERE = [
  'sign-in/second-factor',
  'reset-password/:token',
  'account/email',
  'confirm-email/:token',
  'people',
  'account/sessions',
  'people/:membershipId/second-factor',
  'administration/person/:caseId',
  'cases/:caseId/history',
  'cases/:caseId/carried',
  'cases/:caseId/checks/:check/earlier/:recordId',
  'referrals/:referralId',
  'queue',
  'our-services/:serviceId/sites/history',
  'our-services/:serviceId/history',
  'organisations/applications/:applicationId',
  'our-services/:serviceId/rooms',
  'verify/:token',
]

/** One sample of each; the whole walk is hostile-walk.long.test.ts. */
describe('every form and address of the site', () => {
  it('is found by walking it', async () => {
    const { routes } = await loadBuild()
    const withForms = Object.values(routes).filter(route => route?.module.action)
    const unfound = withForms
      .map(route => route?.path ?? '')
      .filter(path => !site.forms.some(({ action }) => matcherOf(path).test(action.split('?')[0] ?? '')))
    expect(unfound).toEqual(ELSEWHERE)
  })

  it('is one that sign-in leads back to, but what signs in and out, and where everybody starts', async () => {
    const { routes } = await loadBuild()
    const left = Object.values(routes)
      .map(route => `/${(route?.path ?? '').replace(/:\w+/g, 'x')}`)
      .filter(path => safeNextPath(path) !== path)
    expect([...new Set(left)].sort()).toEqual(['/', '/sign-in', '/sign-in/second-factor', '/sign-out'])
  })

  it('is far from the limits of what is taken for a form', () => walk.expectPlausible(site))

  // Before what changes how things stand, so that every form is still there.
  it('draws a form again that holds a character that cannot be seen, the field named', async () => {
    expect(await walk.sendUnkeepable(site, walk.oneOfEach())).toBeGreaterThan(50)
    await walk.expectUnharmed(site)
  })

  it('refuses with words a body that no page makes', async () => {
    await walk.sendHostileBodies(site, walk.oneOfEach())
    await walk.expectUnharmed(site)
  })

  it('answers a field that is not what it was drawn as, in words of ours', async () => {
    await walk.sendHostileFields(site, walk.oneOfEach())
    await walk.expectUnharmed(site)
  })

  it('says "Error: " in its title wherever it says what is wrong', async () => {
    const refused = await walk.sendEmptyForms(site)
    expect(refused.length).toBeGreaterThan(5)
    await walk.expectUnharmed(site)
  })

  it('draws a refused form from what it was drawn from', async () => {
    const kept = await walk.sendFromAnotherState(site)
    expect(kept.length).toBeGreaterThan(5)
    await walk.expectUnharmed(site)
  })

  it('answers an address that means nothing', async () => {
    await walk.askHostileAddresses(site, walk.oneOfEach())
    await walk.expectUnharmed(site)
  })
})

function matcherOf(path: string): RegExp {
  return new RegExp(`^/${path.replace(/:\w+/g, '[^/]+')}$`)
}
