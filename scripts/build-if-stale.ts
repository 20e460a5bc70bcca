import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { isBuildStale } from './build-freshness'

/**
 * Builds the pages when a source is newer than what was built.
 * @throws Error when the build fails; what is wrong stands above it
 */
export function buildIfStale(projectRoot: string): void {
  if (!isBuildStale(projectRoot)) return
  console.log('Building the pages: about 20 seconds …')
  const done = spawnSync(resolve(projectRoot, 'node_modules/.bin/remix'), ['vite:build'], {
    cwd: projectRoot,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (done.status !== 0) throw new Error('The pages could not be built. Run npm run build to see why.')
}
