import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HOSTILE_WORDS } from '../../support/forms/hostile-words'
import { type OfficerStage, openOfficerStage } from '../officer-stage'

const NAMES = [
  ...['q', 'kind', 'pathway', 'authority', 'for', 'women-only', 'children', 'couples', 'from-prison'],
  ...[
    'complex-needs',
    'wheelchair',
    'support',
    'delivered-in',
    'prison',
    'rotl',
    'vacancy',
    'by',
    'available-by',
  ],
  ...['confirmed', 'near', 'miles', 'within', 'sort', 'page', 'box', 'require', 'prefer', 'view'],
]

let stage: OfficerStage
let paths: string[]
beforeAll(async () => {
  stage = await openOfficerStage()
  paths = ['/services', '/services/suggest', '/api/v1/services', `/cases/${stage.world.cases.woman}/search`]
}, 300_000)
afterAll(() => stage?.close())

/** Asks with one parameter made hostile, signed in and out. Gives what went wrong on our side. */
async function failuresOf(name: string, value: string): Promise<string[]> {
  const failures: string[] = []
  for (const path of paths) {
    for (const cookie of [undefined, '']) {
      const { status } = await stage.get(`${path}?${new URLSearchParams({ [name]: value })}`, cookie)
      if (status >= 500) failures.push(`${path}?${name}: ${status}`)
    }
  }
  return failures
}

describe('a search', () => {
  it.each(NAMES)('is answered whatever %s is', async name => {
    for (const text of Object.values(HOSTILE_WORDS)) expect(await failuresOf(name, text)).toEqual([])
  })
})
