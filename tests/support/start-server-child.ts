import { startEmbeddedPostgres } from '@db/embedded/start-embedded-postgres'

/** Run as a process of its own: starts the server in the folder it is given, says how that went, and stays until killed. */
const [dataDirectory = ''] = process.argv.slice(2)

startEmbeddedPostgres({ dataDirectory, settings: { fsync: 'off' } }).then(
  ({ urls, reused }) => {
    process.stdout.write(`${JSON.stringify({ app: urls.app, reused })}\n`)
    setInterval(() => undefined, 60_000)
  },
  (error: unknown) => {
    process.stderr.write(String(error))
    process.exitCode = 1
  },
)
