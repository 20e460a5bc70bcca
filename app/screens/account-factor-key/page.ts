/** Why a key was not set up, or not taken. */
export const KEY_REFUSED =
  'The key did not sign what this page asked for. It may have been open for too long: try again now'

/** What a browser's refusal means for whoever sits before it, by the name of its error. */
const FAILURES: Readonly<Record<string, string>> = {
  NotAllowedError: 'Nothing was read: it was cancelled, or took too long. Press the button to try again',
  InvalidStateError: 'This key is set up already. Use another one',
  SecurityError: 'This browser reads no key at this address. Open Throughgate by its usual address',
}

/** The words for an error that a browser threw instead of reading a key. */
export function whyNot(error: unknown): string {
  const name = error instanceof Error ? error.name : ''
  return FAILURES[name] ?? 'The key could not be read. Press the button to try again, or use another'
}
