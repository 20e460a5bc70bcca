import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStrangersStage, type StrangersStage } from './strangers-stage'
import { everybody, tryForms } from './strangers-writes'

let stage: StrangersStage
beforeAll(async () => {
  stage = await openStrangersStage()
}, 300_000)
afterAll(() => stage?.close())

it('a well-formed form changes nothing whoever else sends it', async () => {
  const tried = await tryForms(stage, everybody)
  expect(tried.length).toBeGreaterThan(80)
  const wrong = tried.flatMap(({ form, strangers }) =>
    strangers
      .filter(({ expected, said, changed }) => said !== expected || changed.length > 0)
      .map(each => ({ form, ...each })),
  )
  expect(wrong).toEqual([])
})
