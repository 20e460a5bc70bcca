import tsconfigPaths from 'vite-tsconfig-paths'
import { defineConfig } from 'vitest/config'

const JOURNEYS = 'tests/journeys/**/*.test.ts'

/** Journeys drive a browser against the built server: after the rest, one at a time. */
export default defineConfig({
  plugins: [tsconfigPaths()],
  test: {
    globalSetup: ['tests/support/global-setup.ts', 'tests/support/missing-meilisearch.ts'],
    setupFiles: ['tests/support/fail-on-console-error.ts'],
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['{app,db,search,scripts,tests}/**/*.test.{ts,tsx}'],
          exclude: [JOURNEYS],
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: [JOURNEYS],
          maxWorkers: 1,
          testTimeout: 300_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
