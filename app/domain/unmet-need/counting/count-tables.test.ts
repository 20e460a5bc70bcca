import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { PUBLISHABLE_TABLES } from '../publishable-tables'

const WORKED = join(import.meta.dirname, '../measures/worked')

it('every table of the closed list is counted by hand in a worked example', () => {
  const examples = readdirSync(WORKED).map(file => readFileSync(join(WORKED, file), 'utf8'))
  const without = Object.keys(PUBLISHABLE_TABLES).filter(
    id => !examples.some(text => text.includes(`counted('${id}'`)),
  )
  expect(without).toEqual([])
})
