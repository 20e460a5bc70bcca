import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createReferralWorld, form, type ReferralWorld } from '@tests/factories/referral-world'
import { findCases } from '~/domain/case/find/find-cases.server'
import { createCase } from '~/domain/case/record/create-case.server'
import { foundWords } from './page'

const REST = {
  sex: 'man',
  custodyStatus: 'sentenced',
  releaseConfidence: 'not_known',
  releaseOn: null,
  releaseType: 'unknown',
  homeAuthority: 'unknown',
} as const

let world: ReferralWorld
beforeAll(async () => {
  world = await createReferralWorld()
})
afterAll(() => world.database.drop())

describe('a name that is one of very many that begin alike', () => {
  const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
  const busy = () => world.viewers.durhamOfficer
  const opens = async (name: string, at: number) => {
    const prisonNumber = `F20${String(at).padStart(2, '0')}AB`
    const made = await createCase(
      world.app,
      busy(),
      { ...REST, name, prisonNumber, dateOfBirth: `1991-04-${String((at % 28) + 1).padStart(2, '0')}` },
      form(),
    )
    if (!made.ok) throw new Error(made.reason)
    const createdAt = new Date(Date.UTC(2027, 0, 1, 9, at))
    await world.database.owner
      .updateTable('personCase')
      .set({ createdAt })
      .where('id', '=', made.caseId)
      .execute()
  }
  const said = async (words: string) => foundWords(await findCases(world.app, busy(), words))

  it('is not said to be spelt otherwise, nor not to be there, where it was not looked at', async () => {
    await opens('Abe Marsh', 0)
    for (let at = 1; at <= 50; at += 1)
      await opens(at === 50 ? 'Bob Marlh' : `Bob Marquand${LETTERS[at % 25]}${LETTERS[at % 23]}`, at)
    const advice = expect.stringContaining('enter another word of the name as well') as string
    expect(await said('marsh')).toEqual({
      heading: 'No case found among the first 50 looked at',
      advice,
      lines: [],
    })
    expect(await said('marlh')).toMatchObject({
      heading: '1 case found among the first 50 looked at',
      advice,
      lines: [{ name: 'Bob Marlh' }],
    })
    expect(await said('abe marsh')).toMatchObject({
      heading: '1 case found',
      advice: null,
      lines: [{ name: 'Abe Marsh' }],
    })
    expect(await said('abe marhs')).toMatchObject({
      heading: 'No name is spelt so. 1 case is spelt nearly so',
      advice: null,
      lines: [{ name: 'Abe Marsh' }],
    })
    // All that begin with 'bob mar' were looked at, and not all that begin with 'bob' and a slip.
    await opens('Bob Finch', 51)
    expect(await said('bob marhl')).toMatchObject({
      heading: 'No name is spelt so. 1 case is spelt nearly so among the first 50 looked at',
      advice,
      lines: [{ name: 'Bob Marlh' }],
    })
  })
})
