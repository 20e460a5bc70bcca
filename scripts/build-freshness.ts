import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What goes into the build. */
const SOURCES = [
  'app',
  'db',
  'search',
  'public',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]
const BUILT = 'build/server/index.js'

/** Whether the project was never built, or one of its sources is newer than its build. */
export function isBuildStale(projectRoot: string): boolean {
  const built = join(projectRoot, BUILT)
  if (!existsSync(built)) return true
  const builtAt = statSync(built).mtimeMs
  return SOURCES.some(source => newestChange(join(projectRoot, source)) > builtAt)
}

function newestChange(path: string): number {
  if (!existsSync(path) || path.endsWith('.test.ts') || path.endsWith('.test.tsx')) return 0
  const found = statSync(path)
  if (!found.isDirectory()) return found.mtimeMs
  // A folder's own time tells of files that were removed.
  return readdirSync(path).reduce(
    (newest, name) => Math.max(newest, newestChange(join(path, name))),
    found.mtimeMs,
  )
}
