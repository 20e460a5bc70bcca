import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HOSTILE_WORDS } from '../../support/forms/hostile-words'
import { type OfficerStage, openOfficerStage } from '../officer-stage'

let stage: OfficerStage
let paths: string[]
beforeAll(async () => {
  stage = await openOfficerStage()
  paths = ['/services', '/services/suggest', '/api/v1/services', `/cases/${stage.world.cases.woman}/search`]
}, 300_000)
afterAll(() => stage?.close())

/** Asks with hostile words, signed in and out. Gives what went wrong on our side. */
async function failuresOf(value: string): Promise<string[]> {
  const failures: string[] = []
  for (const path of paths) {
    for (const cookie of [undefined, '']) {
      const { status } = await stage.get(`${path}?${new URLSearchParams({ q: value })}`, cookie)
      if (status >= 500) failures.push(`${path}: ${status}`)
    }
  }
  return failures
}

describe('a search', () => {
  it.each(Object.entries(HOSTILE_WORDS))('is answered whatever is typed: %s', async (_, text) => {
    expect(await failuresOf(text)).toEqual([])
  })
})
