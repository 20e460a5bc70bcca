import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { anotherCase } from '../factories/referral-world'
import { signIn } from './load'
import { type FaultStage, openFaultStage } from './stage'

const CASES = 990
const READERS = 20

let stage: FaultStage
beforeAll(async () => {
  stage = await openFaultStage()
  for (let made = 0; made < CASES; made += 1) await anotherCase(stage.world)
  // As the server does by itself within a minute of so many rows.
  await sql`analyze`.execute(stage.world.database.owner)
})
afterAll(() => stage?.close())

it('twenty readers at once of a queue of 990 cases are given it, and never told that the records are out of reach', async () => {
  const cookie = await signIn(stage)
  for (let round = 0; round < 3; round += 1) {
    const answers = await Promise.all(
      Array.from({ length: READERS }, () => fetch(`${stage.web.url}/cases`, { headers: { cookie } })),
    )
    const texts = await Promise.all(answers.map(answer => answer.text()))
    expect(texts.filter(text => text.includes('cannot reach its records'))).toEqual([])
    expect(answers.map(answer => answer.status)).toEqual(Array.from({ length: READERS }, () => 200))
  }
})
