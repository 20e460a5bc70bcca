import { expect, it } from 'vitest'
import { sinceAdded } from './since-added'

const FREE = { group: 'eligible', vacancy: 'free' } as const

it('says nothing of what stands as it stood', () => {
  expect(sinceAdded(FREE, FREE)).toBeNull()
  expect(sinceAdded({ group: 'discuss', vacancy: null }, { group: 'discuss', vacancy: null })).toBeNull()
})

it('says how the decision and the vacancy stood, and how they stand now', () => {
  expect(sinceAdded(FREE, { group: 'not_eligible', vacancy: 'free' })).toBe(
    'Changed since it was added: it fitted, now it does not fit.',
  )
  expect(sinceAdded(FREE, { group: 'discuss', vacancy: 'full' })).toBe(
    'Changed since it was added: it fitted, now it has to be talked about; a bed was free for the day, now nothing is free.',
  )
  expect(
    sinceAdded({ group: 'eligible', vacancy: null }, { group: 'eligible', vacancy: 'not_confirmed' }),
  ).toBe('Changed since it was added: it kept no bedspaces, now nobody confirms what is free.')
})
