import { setTimeout as delay } from 'node:timers/promises'
import type { Pool } from 'pg'
import type PgBoss from 'pg-boss'
import { databaseFailure } from './database-failure'

const RETRY_MS = 500

/** The database as pg-boss asks it. */
export interface PatientDatabase extends PgBoss.Db {
  /** From now on a statement that met a database away or busy is asked again until it is answered. */
  waitForIt(): void
}

/**
 * pg-boss says that a job is done, or failed, without waiting for the answer, and what is thrown there nobody catches. So a
 * statement waits for the database instead: each of pg-boss's may be asked twice. `onError` hears of an outage once.
 */
export function patientDatabase(pool: Pool, onError: (error: Error) => void): PatientDatabase {
  let patient = false
  let wasAnswered = true

  async function ask(text: string, values: unknown[]) {
    const answer = await pool.query(text, values)
    wasAnswered = true
    return answer
  }

  function noteFailure(error: unknown): void {
    if (!patient || pool.ending || databaseFailure(error) === null) throw error
    if (wasAnswered && error instanceof Error) onError(error)
    wasAnswered = false
  }

  return {
    waitForIt: () => void (patient = true),
    async executeSql(text, values) {
      for (;;) {
        try {
          return await ask(text, values)
        } catch (error) {
          noteFailure(error)
          await delay(RETRY_MS, undefined, { ref: false })
        }
      }
    },
  }
}
