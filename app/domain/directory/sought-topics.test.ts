import { expect, it } from 'vitest'
import { readQuery } from './reading/read-query.server'
import { soughtTopics } from './sought-topics'

it('tells what of a card is looked for, by what is ticked and by what was read', () => {
  const reading = readQuery('hostel for a couple with a dog near Durham', 'public', 15, '2026-11-27')
  expect(soughtTopics({ facets: { wheelchair: ['yes'], takesChildren: [] } }, reading)).toEqual([
    'wheelchair',
    'couples',
    'pets',
  ])
})
