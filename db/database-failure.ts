/** 'away': the database could not be reached, or died. 'busy': it is there, and this could not be done in time just now. */
export type DatabaseFailure = 'away' | 'busy'

const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EAI_AGAIN',
])

/** One act was in another's way and all of it was undone: 40001 and 40P01; 55P03 a lock not had in time. */
const CONFLICT = /^(40001|40P01|55P03)$/

/** 57014 a statement stopped for taking too long; 53300 and 53400 more connections or memory asked for than there is; 25P03 we kept a transaction waiting. */
const BUSY = /^(57014|53300|53400|25P03)$/

/** SQLSTATE classes: 08 connection, 53 out of resources, 57 stopped by an operator. */
const AWAY = /^(08...|53...|57...)$/

/** What is said, with no code, of a connection that was not had or that died. */
const AWAY_MESSAGE =
  /timeout expired|timeout exceeded when trying to connect|Connection terminated|Query read timeout|Client has encountered a connection error/

/** What `error` says of the database; null when it is not its failure but our mistake. */
export function databaseFailure(error: unknown): DatabaseFailure | null {
  if (!(error instanceof Error)) return null
  if (error instanceof PoolBusy) return 'busy'
  const code = codeOf(error)
  if (CONFLICT.test(code) || BUSY.test(code)) return 'busy'
  return NETWORK.has(code) || AWAY.test(code) || AWAY_MESSAGE.test(error.message) ? 'away' : null
}

/** Whether the whole transaction was undone only because another was in its way: it may be tried again as it stands. */
export function lostToAnother(error: unknown): boolean {
  return error instanceof Error && CONFLICT.test(codeOf(error))
}

/** Whether the database kept somebody from working on for an organisation that closed in that very instant; all of it was undone. */
export function closedMeanwhile(error: unknown): boolean {
  return error instanceof Error && 'constraint' in error && error.constraint === 'organisation_open'
}

/** No connection came free in time, while the database was answering others. */
export class PoolBusy extends Error {
  constructor(cause: unknown) {
    super('Every connection to the database was in use for too long', { cause })
    this.name = 'PoolBusy'
  }
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : ''
}
