import tsconfigPaths from 'vite-tsconfig-paths'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const FAULTS = 'tests/faults/**/*.test.ts'
const BROWSERS = 'tests/{journeys,pages}/**/*.test.ts'
const LONG_BROWSERS = 'tests/{journeys,pages}/**/*.long.test.ts'
const LONG = '**/*.long.test.{ts,tsx}'
/** What asks for every page and form of the built server, some as everybody who may not have it. */
const WALKS = [
  'tests/guards/{access/access-matrix,half-session,strangers-writes}.test.ts',
  'tests/http/{anothers-form,hostile-walk,long-lists,typed-dates}.test.ts',
]
/** A process loads what it tests once for all its files: loading took longer than testing. A third fills the time two wait for a database or an engine. */
const TOGETHER = { maxWorkers: 3, isolate: false, sequence: { groupOrder: 0 } }
const ALONE = { maxWorkers: 1, testTimeout: 300_000, hookTimeout: 180_000 }
/** A browser and what it asks for take turns at waiting for each other. */
const TWO_AT_ONCE = { ...ALONE, maxWorkers: 2, maxConcurrency: 2 }
const LONG_TEST_MS = 1_200_000

/** The longest begin first, so that no core is left idle while the others are done; what shares a process stands together. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isLongest = ({ moduleId, project }: TestSpecification) =>
      project.name === 'walks' || moduleId.includes('/every-page')
    return [...sorted.filter(isLongest), ...sorted.filter(file => !isLongest(file))]
  }
}

/**
 * After the walks and the parts, one at a time: faults, which stop and kill what others would stand on. Then what drives a browser
 * against the built server: the journeys of an officer, a provider, a commissioner and a region that begins, and one page of each kind,
 * examined for accessibility. All else of journeys and pages, and the long walks, run only when asked for, by `npm run test:long`.
 */
export default defineConfig({
  plugins: [tsconfigPaths()],
  test: {
    globalSetup: ['tests/support/global-setup.ts', 'tests/support/missing-meilisearch.ts'],
    setupFiles: ['tests/support/other-clock.ts', 'tests/support/fail-on-console-error.ts'],
    pool: 'forks',
    sequence: { sequencer: LongestFirst },
    // No test is about how fast the machine is: these end one that hangs.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['{app,db,search,scripts,tests}/**/*.test.{ts,tsx}'],
          exclude: [FAULTS, BROWSERS, LONG, ...WALKS],
          ...TOGETHER,
        },
      },
      {
        extends: true,
        // As the service runs: of thousands of pages React makes each in two thirds of the time. What it warns of while it is
        // developed, the parts would show, which ask for every page as those who may have it.
        test: {
          name: 'walks',
          include: WALKS,
          exclude: [LONG],
          ...TOGETHER,
          env: { NODE_ENV: 'production' },
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: [FAULTS],
          exclude: [LONG],
          ...ALONE,
          sequence: { groupOrder: 1 },
        },
      },
      ...['journeys', 'pages'].map(name => ({
        extends: true as const,
        test: {
          name,
          include: [`tests/${name}/**/*.test.ts`],
          exclude: [LONG],
          ...TWO_AT_ONCE,
          sequence: { groupOrder: 2 },
        },
      })),
      {
        extends: true,
        test: {
          name: 'long',
          include: ['{app,db,search,scripts,tests}/**/*.long.test.{ts,tsx}'],
          exclude: [LONG_BROWSERS],
          ...ALONE,
          testTimeout: LONG_TEST_MS,
          sequence: { groupOrder: 3 },
        },
      },
      {
        extends: true,
        test: {
          name: 'long-browsers',
          include: [LONG_BROWSERS],
          ...TWO_AT_ONCE,
          testTimeout: LONG_TEST_MS,
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
})
