import { resolve } from 'node:path'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig, type Rollup } from 'vite'
import tsconfigPaths from 'vite-tsconfig-paths'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

type Graph = Parameters<Rollup.GetManualChunk>[1]

const SEARCH_PAGE = ['root.tsx', 'routes/services.tsx'].map(file => resolve(import.meta.dirname, 'app', file))

/** Every v3 flag is on, so that the move to React Router is a codemod (docs/decisions/0001). */
export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    // Vitest runs the modules themselves; the Remix plugin expects a dev server around them.
    !process.env.VITEST &&
      remix({
        future: {
          v3_fetcherPersist: true,
          v3_relativeSplatPath: true,
          v3_throwAbortReason: true,
          v3_lazyRouteDiscovery: true,
          v3_singleFetch: true,
          v3_routeConfig: true,
        },
      }),
    tsconfigPaths(),
  ],
  css: {
    preprocessorOptions: {
      scss: { loadPaths: ['.', 'node_modules'], quietDeps: true },
    },
  },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    // Twenty files of a few hundred bytes weigh more than one, in the page that names them too.
    rollupOptions: {
      output: { experimentalMinChunkSize: 20_000, manualChunks: isSsrBuild ? undefined : chunksOf() },
    },
  },
}))

/**
 * What the search page is made of fills two files, the framework's and its own, so that it loads nothing of other pages; of the
 * rest the bundler judges.
 */
function chunksOf(): Rollup.GetManualChunk {
  let found: Set<string> | undefined
  return (id, { getModuleInfo }) => {
    found ??= importsOf(SEARCH_PAGE, getModuleInfo)
    if (!found.has(id)) return undefined
    return id.includes('node_modules') ? 'framework' : 'search'
  }
}

/** The modules named, and all that they import before they run. */
function importsOf(entries: readonly string[], getModuleInfo: Graph['getModuleInfo']): Set<string> {
  const found = new Set(entries)
  for (const id of found) for (const imported of getModuleInfo(id)?.importedIds ?? []) found.add(imported)
  return found
}
