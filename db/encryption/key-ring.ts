import { createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'
import { type Place, seal, unseal } from './sealed-box'

/** A case's own key. Prints as nothing. Deleting its row makes everything sealed with it unreadable for good. */
export type CaseKey = KeyObject

export interface KeyRing {
  /** A key for a new case, and the form in which `case_key` keeps it. */
  newCaseKey(caseId: string): { key: CaseKey; wrapped: Buffer }
  /** The key from its kept form. @throws Error under another master key or for another case */
  unwrap(wrapped: Buffer, caseId: string): CaseKey
  /** Seals text for one column of one row. */
  encrypt(key: CaseKey, place: Place, plaintext: string): Buffer
  /** Opens it again. @throws Error when anything about it was changed or moved */
  decrypt(key: CaseKey, place: Place, bytes: Buffer): string
  /** The same 32 bytes for the same number, however it is spaced or capitalised; tells nothing without the master key. */
  lookupHash(value: string): Buffer
  /** The same 32 bytes for the same text within one scope, another in every other scope; tells nothing without the master key. */
  mark(scope: string, text: string): Buffer
}

const KEY_BYTES = 32

/**
 * Everything that needs the master key. Each use has a key of its own derived from it, so that none weakens another.
 * @param masterKey 32 bytes (setting MASTER_KEY, base64)
 * @throws Error when it is not 32 bytes
 */
export function createKeyRing(masterKey: Buffer): KeyRing {
  if (masterKey.length !== KEY_BYTES) throw new Error('MASTER_KEY must be 32 bytes, written in base64.')
  const wrappingKey = derive(masterKey, 'throughgate wrap case keys v1')
  const lookupKey = derive(masterKey, 'throughgate look up numbers v1')
  const markingKey = derive(masterKey, 'throughgate find names v1')
  return {
    newCaseKey(caseId) {
      const bytes = randomBytes(KEY_BYTES)
      return { key: createSecretKey(bytes), wrapped: seal(wrappingKey, placeOfCaseKey(caseId), bytes) }
    },
    unwrap: (wrapped, caseId) => createSecretKey(unseal(wrappingKey, placeOfCaseKey(caseId), wrapped)),
    encrypt: (key, place, plaintext) => seal(key, place, Buffer.from(plaintext, 'utf8')),
    decrypt: (key, place, bytes) => unseal(key, place, bytes).toString('utf8'),
    lookupHash: value => createHmac('sha256', lookupKey).update(normalise(value)).digest(),
    // The length first: 'ab' in scope 'c' is not 'b' in scope 'ca'.
    mark: (scope, text) =>
      createHmac('sha256', markingKey).update(`${scope.length}:${scope}${text}`).digest(),
  }
}

function placeOfCaseKey(caseId: string): Place {
  return { table: 'case_key', row: caseId, column: 'wrapped_key', keyId: 'master' }
}

function derive(masterKey: Buffer, use: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', masterKey, Buffer.alloc(0), use, KEY_BYTES)))
}

function normalise(value: string): string {
  return value.replace(/\s/g, '').toUpperCase()
}
