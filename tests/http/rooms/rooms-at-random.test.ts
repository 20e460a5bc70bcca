import { describe, expect, it } from 'vitest'
import { addDays } from '~/domain/time/calendar'
import { anotherCase, underReview } from '../../factories/referral-world'
import { postForm } from '../../support/server'
import { type Answer, answerOf, day, openReferralStage, sendEvent, TODAY } from '../referral-stage'
import { playRooms } from './rooms-at-random'

const SEED = 20_270_201

describe('two colleagues who change the rooms of a house at once', () => {
  it(`leave no claims that overlap, and lose no bed (seed ${SEED})`, async () => {
    await playRooms(SEED, 1, 40)
  }, 300_000)
})

it('gives a room to one of two offers and an undo at once; the others read what changed, a correction too', async () => {
  const stage = await openReferralStage()
  const { world } = stage
  const bedspaceId = world.bedspaces.womensHouse[0] ?? ''
  const first = await underReview(world, 'womensHouse', await anotherCase(world))
  const second = await underReview(world, 'womensHouse', await anotherCase(world))
  const cookies = {
    worker: await stage.cookieOf('firstWorker'),
    manager: await stage.cookieOf('firstManager'),
  }
  const post = async (
    who: keyof typeof cookies,
    path: string,
    fields: Record<string, string>,
  ): Promise<Answer> =>
    answerOf(await postForm(`${stage.server.url}${path}`, fields, { cookie: cookies[who] }))
  const { owner } = world.database
  await post('worker', `/vacancies/${bedspaceId}/void`, { reason: 'repair', ...day('fromOn', TODAY) })
  const { id: claimId } = await owner.selectFrom('bedspaceClaim').select('id').executeTakeFirstOrThrow()
  await post('worker', '/vacancies', { intent: 'free', claimId })
  const { act } = await owner
    .selectFrom('claimChange')
    .select('act')
    .orderBy('sequence', 'desc')
    .executeTakeFirstOrThrow()

  const offer = {
    bedspaceId,
    ...day('fromOn', addDays(TODAY, 35)),
    ...day('untilOn', addDays(TODAY, 60)),
    conflictCheck: 'done',
  }
  const corrected = { intent: 'void', version: '1', reason: 'damage', ...day('fromOn', TODAY) }
  const [one, other, correction, undone] = await Promise.all([
    sendEvent(stage, 'firstWorker', first, 'offer', offer),
    sendEvent(stage, 'firstManager', second, 'offer', offer),
    post('worker', `/vacancies/claims/${claimId}`, corrected),
    post('manager', '/vacancies', { intent: 'take_back', act }),
  ])
  expect([one, other, undone].filter(answer => answer.status === 303)).toHaveLength(1)
  expect([one, other, undone].filter(answer => answer.status === 409)).toHaveLength(2)
  expect(correction.status).toBe(409)
  expect(correction.text).toContain('Somebody changed this while you had the page open')
  for (const offered of [one, other])
    if (offered.status === 409) expect(offered.text).toContain('That bedspace is taken on some of these days')
  if (undone.status === 409) expect(undone.text).toContain('Nothing was changed')
  const { rows } = {
    rows: await owner.selectFrom('bedspaceClaim').select('kind').where('active', '=', true).execute(),
  }
  expect(rows).toHaveLength(1)
  await stage.close()
}, 300_000)
