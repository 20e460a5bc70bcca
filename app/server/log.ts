import pino, { type DestinationStream, type Logger } from 'pino'

/**
 * The log: one JSON line an event, on standard output unless told. Errors are written without what the database or
 * a parser says about the values it was given, for those may be a person's.
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = { level, base: undefined, serializers: { err: describeError, error: describeError } }
  return destination ? pino(options, destination) : pino(options)
}

/** What an error is and where it came from. The message is ours to print only when no other system wrote it. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error }
  const isForeign = 'code' in error || error.name === 'ZodError' || error.name === 'SyntaxError'
  return {
    type: error.name,
    code: property(error, 'code'),
    constraint: property(error, 'constraint'),
    table: property(error, 'table'),
    message: isForeign ? undefined : error.message,
    stack: framesOf(error),
    cause: error.cause === undefined ? undefined : describeError(error.cause),
  }
}

function property(error: object, name: string): string | undefined {
  const value: unknown = Object.getOwnPropertyDescriptor(error, name)?.value
  return typeof value === 'string' ? value : undefined
}

/** The stack without its first lines, which repeat the message. */
function framesOf(error: Error): string | undefined {
  return error.stack
    ?.split('\n')
    .filter(line => /^\s+at /.test(line))
    .join('\n')
}
