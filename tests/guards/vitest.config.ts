import tsconfigPaths from 'vite-tsconfig-paths'
import { defineConfig } from 'vitest/config'

/** The guards that read source alone, for `npm run check`: no database, no build. */
export default defineConfig({
  plugins: [tsconfigPaths()],
  test: { include: ['tests/guards/{imports,docs,clock,one-door,shape}.test.ts'], testTimeout: 120_000 },
})
