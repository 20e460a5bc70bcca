import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '@db/id'
import { addDays } from '~/domain/time/calendar'
import { postForm } from '../../support/server'
import { type Answer, answerOf, day, openReferralStage, type ReferralStage, TODAY } from '../referral-stage'

let stage: ReferralStage
beforeAll(async () => {
  stage = await openReferralStage()
}, 300_000)
afterAll(() => stage?.close())

async function open(path: string): Promise<Answer> {
  const cookie = await stage.cookieOf('firstWorker')
  return answerOf(await fetch(stage.server.url + path, { redirect: 'manual', headers: { cookie } }))
}

/** The address behind the link of a page whose text begins so. */
function linkOf({ text }: Answer, words: string): string {
  const links = [...text.matchAll(/<a [^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/gs)]
  const said = (link: string) =>
    link
      .replace(/<[^>]*>/g, '')
      .replace(/ +:/g, ':')
      .trim()
  return links.find(([, , link = '']) => said(link).startsWith(words))?.[1]?.replaceAll('&amp;', '&') ?? ''
}

it('leads from the vacancies and the rooms to a void that ended forty days ago, whose reason is corrected there', async () => {
  const { world, server } = stage
  const [from, until] = [addDays(TODAY, -60), addDays(TODAY, -40)]
  const repair = { kind: 'void', voidReason: 'repair', during: `[${from},${until})` }
  await world.database.owner
    .insertInto('bedspaceClaim')
    .values({ ...repair, id: newId(), bedspaceId: world.bedspaces.womensHouse[0] ?? '' })
    .execute()

  const vacancies = await open('/vacancies')
  const rooms = await open(linkOf(vacancies, 'Rooms: Larch House'))
  const past = linkOf(rooms, 'Stays and voids that are over')
  expect(past).not.toBe('')
  expect(linkOf(vacancies, 'Stays and voids that are over: Larch House')).toBe(past)

  const claim = linkOf(await open(past), 'Room 1: void, repair, from Thu 3 December 2026')
  const page = await open(claim)
  expect(page.text).toMatch(/<h1[^>]*>Room 1: void, repair<\/h1>/)
  expect(linkOf(page, 'Stays and voids that are over')).toBe(past)
  expect(page.text).toContain('Remove this void: it was recorded by mistake')
  // It is free since it ended, and cannot be freed again.
  expect(page.text).not.toContain('Free again today')

  const corrected = {
    ...{ intent: 'void', version: '0', idempotencyKey: newId(), reason: 'damage' },
    ...{ ...day('fromOn', from), ...day('untilOn', until) },
  }
  const cookie = await stage.cookieOf('firstWorker')
  expect((await postForm(server.url + claim, corrected, { cookie })).status).toBe(303)
  expect((await open(claim)).text).toContain('Why: repair → damage')
  expect(linkOf(await open(past), 'Room 1: void, damage, from Thu 3 December 2026')).toBe(claim)
})
