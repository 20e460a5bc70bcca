import { createHmac, randomBytes } from 'node:crypto'

/** Crockford's letters: none that is read as another. */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'
/** 50 bits: more than anybody guesses at ten tries in a quarter of an hour. */
const LENGTH = 10
const HOW_MANY = 10

/** Ten codes, each good once: 'k7mf9-xq2p4'. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: HOW_MANY }, newRecoveryCode)
}

/** What is kept of a code, however it was typed: capitals, blanks, and an O for a nought. */
export function recoveryCodeHash(key: Buffer, typed: string): Buffer {
  return createHmac('sha256', key).update(plainCode(typed)).digest()
}

function newRecoveryCode(): string {
  // 256 is eight times 32: each letter as likely as any other.
  const letters = [...randomBytes(LENGTH)].map(byte => LETTERS[byte % LETTERS.length]).join('')
  return `${letters.slice(0, LENGTH / 2)}-${letters.slice(LENGTH / 2)}`
}

function plainCode(typed: string): string {
  return typed
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1')
}
