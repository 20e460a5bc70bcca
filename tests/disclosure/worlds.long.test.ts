import { expect, it } from 'vitest'
import { inspect } from './inspect-world'

const WORLDS = 200

it(`leaves every hidden cell of ${WORLDS} worlds three possible values, and most tables whole`, () => {
  let [hidden, tables, leftOut] = [0, 0, 0]
  for (let seed = 1; seed <= WORLDS; seed += 1) {
    const inspected = inspect(seed)
    expect(inspected.found, `world ${seed}`).toEqual([])
    hidden += inspected.hidden
    for (const publication of inspected.publications) {
      leftOut += publication.leftOut.length
      tables += Object.keys(publication.tables).length + publication.leftOut.length
    }
  }
  console.log(`${WORLDS} worlds, ${hidden} hidden cells, ${leftOut} of ${tables} tables left out`)
  expect(leftOut / tables).toBeLessThan(0.1)
})
