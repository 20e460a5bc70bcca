import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import tsconfigPaths from 'vite-tsconfig-paths'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

/** Every v3 flag is on, so that the move to React Router is a codemod (docs/decisions/0001). */
export default defineConfig({
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
    rollupOptions: { output: { experimentalMinChunkSize: 20_000 } },
  },
})
