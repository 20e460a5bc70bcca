const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EAI_AGAIN',
])

/** SQLSTATE classes: 08 connection, 53 out of resources, 57 stopped by an operator or a time-out; 55P03 a lock not had in time; 40001 and 40P01 two acts in each other's way. */
const SQLSTATE = /^(08...|53...|57...|55P03|40001|40P01)$/

/** What pg says, with no code, of a connection that was not had or that died. */
const MESSAGE =
  /timeout exceeded when trying to connect|Connection terminated|Query read timeout|Client has encountered a connection error/

/** Whether `error` says that the database could not be reached or did not answer in time, rather than that we are wrong. */
export function isDatabaseUnavailable(error: unknown): error is Error {
  if (!(error instanceof Error)) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return NETWORK.has(code) || SQLSTATE.test(code) || MESSAGE.test(error.message)
}
