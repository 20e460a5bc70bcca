import type { RunningServer } from './serve'
import { stopOnSignal } from './stop'

/** Starts a server for a script: says where it listens, stops it when asked, or says in plain words why it does not start. */
export async function runServer(start: () => Promise<RunningServer>): Promise<void> {
  try {
    const server = await start()
    stopOnSignal(() => server.stop())
    process.stdout.write(`Throughgate is listening at ${server.origin}\n`)
  } catch (error) {
    console.error(sayWhy(error))
    process.exit(1)
  }
}

/** A mistake in the configuration in its own words; anything else with where it came from. */
export function sayWhy(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.name === 'ConfigurationError' ? error.message : (error.stack ?? error.message)
}
