import type { Logger } from 'pino'
import { databaseFailure } from '@db/database-failure'
import { DATABASE_FAILURES } from '~/ui/page/refusals'

/**
 * For what nobody caught, one line in the log. A database away, and a promise nobody waited for, end nothing: whoever asked has
 * been answered or will be. A mistake of ours thrown where nothing can be known of the state ends the process in order,
 * with exit code 1, for its supervisor to start it again.
 */
export function catchTheRest(log: Logger): void {
  process.on(
    'unhandledRejection',
    reason => void noteDatabaseFailure(log, reason, 'a promise nobody waited for'),
  )
  process.on('uncaughtException', error => {
    if (noteDatabaseFailure(log, error, 'a mistake nobody caught: the process ends')) return
    process.exitCode = 1
    process.kill(process.pid, 'SIGTERM')
  })
}

/** Whether `error` was only the database's. */
function noteDatabaseFailure(log: Logger, error: unknown, otherwise: string): boolean {
  const failure = databaseFailure(error)
  if (failure) log.error({ event: `database-${failure}`, err: error }, DATABASE_FAILURES[failure].inTheLog)
  else log.fatal({ err: error }, otherwise)
  return failure !== null
}
