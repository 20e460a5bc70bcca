import { describe, expect, it } from 'vitest'
import { type SourceFile, sourceFiles } from './source-files'

/** Where the machine's clock is asked: one clock for what things mean, and waits that only measure how long they last. */
const MAY_ASK =
  /^(app\/server\/clock|db\/embedded\/.*|db\/move-clock|search\/meilisearch\/meilisearch-rebuild)\.ts$/
const ASKS =
  /new Date\(\)|Date\.now\(|(?<!_)\bnow\(\)\s*[`+\-,)]|`now\(\)`|current_(date|timestamp)|clock_timestamp/

const product = sourceFiles().filter(
  ({ path }) => /^(app|db|search)\//.test(path) && !/\.test\.tsx?$|^db\/migrations\//.test(path),
)

describe('the time is handed in', () => {
  it('asks the machine for it in the named places alone', () => {
    const asking = product.filter(asksTheMachine).map(({ path }) => path)
    expect(asking.filter(path => !MAY_ASK.test(path))).toEqual([])
    expect(asking).toContain('app/server/clock.ts')
  })

  it.each(['const t = new Date()', 'Date.now() - 5', 'sql`now()`', 'where until > now())', 'current_date'])(
    'would see %s',
    text => {
      expect(asksTheMachine({ path: 'app/x.ts', imports: [], text })).toBe(true)
    },
  )
})

describe('the clock of a test database', () => {
  it('is set by the one function that knows how far the clocks of the tests are ahead', () => {
    const movers = sourceFiles().filter(({ imports }) => imports.includes('db/move-clock'))
    expect(movers.map(({ path }) => path).sort()).toEqual([
      'db/move-clock.test.ts',
      'scripts/demo.ts',
      'tests/support/database.ts',
    ])
  })
})

/** Comments aside; performance.now() measures, and tells no time. */
function asksTheMachine({ text }: SourceFile): boolean {
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '').replaceAll('performance.now()', '')
  return ASKS.test(code)
}
