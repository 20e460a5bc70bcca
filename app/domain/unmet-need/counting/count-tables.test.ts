import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { PUBLISHABLE_TABLES } from '../publishable-tables'

const WORKED = join(import.meta.dirname, '../measures/worked')
/** Counted by running the decision again on stored facts, and not from what an episode holds. */
const COUNTED_APART = ['would_have_placed']

it('every table of the closed list is counted by hand in a worked example', () => {
  const examples = readdirSync(WORKED).map(file => readFileSync(join(WORKED, file), 'utf8'))
  const without = Object.keys(PUBLISHABLE_TABLES).filter(
    id => !examples.some(text => text.includes(`counted('${id}'`)),
  )
  expect(without).toEqual(COUNTED_APART)
})
