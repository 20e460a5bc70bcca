import type { TestProject } from 'vitest/node'
import { openTestServer, type TestServer } from './database-server'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server of this run, or why there is none: tests that need no database run all the same. */
    databaseServer: TestServer | { failure: string }
  }
}

/** One PostgreSQL for the whole run. Runs at the same time share it; the last one stops it. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  try {
    const { server, stop } = await openTestServer(process.env)
    project.provide('databaseServer', server)
    return stop
  } catch (error) {
    project.provide('databaseServer', { failure: error instanceof Error ? error.message : String(error) })
    return undefined
  }
}
