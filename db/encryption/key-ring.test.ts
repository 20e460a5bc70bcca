import { describe, expect, it } from 'vitest'
import { createKeyRing } from './key-ring'

const MASTER_KEY = Buffer.alloc(32, 7)
const CASE_ID = '0b8e5f0e-6a52-4b57-9f5c-0d4d6f2f7a11'
const OTHER_CASE_ID = '5d1f6a38-1c1b-4f25-8b3e-9a4f0c7e2d22'
const PLACE = { table: 'case_identity', row: CASE_ID, column: 'name', keyId: CASE_ID }

describe('the key ring', () => {
  it('opens what it sealed, in the place it was sealed for', () => {
    const ring = createKeyRing(MASTER_KEY)
    const { key } = ring.newCaseKey(CASE_ID)
    const sealed = ring.encrypt(key, PLACE, 'Zoë O’Brien')
    expect(ring.decrypt(key, PLACE, sealed)).toBe('Zoë O’Brien')
    expect(sealed.includes('Brien')).toBe(false)
  })

  it('seals the same text differently each time', () => {
    const ring = createKeyRing(MASTER_KEY)
    const { key } = ring.newCaseKey(CASE_ID)
    expect(ring.encrypt(key, PLACE, 'Ann').equals(ring.encrypt(key, PLACE, 'Ann'))).toBe(false)
  })

  it.each([
    ['table', { ...PLACE, table: 'referral' }],
    ['row', { ...PLACE, row: OTHER_CASE_ID }],
    ['column', { ...PLACE, column: 'date_of_birth' }],
    ['key', { ...PLACE, keyId: OTHER_CASE_ID }],
  ])('does not open bytes moved to another %s', (_, elsewhere) => {
    const ring = createKeyRing(MASTER_KEY)
    const { key } = ring.newCaseKey(CASE_ID)
    const sealed = ring.encrypt(key, PLACE, 'Ann')
    expect(() => ring.decrypt(key, elsewhere, sealed)).toThrow()
  })

  it.each([
    ['version', 0],
    ['iv', 1],
    ['tag', 13],
    ['text', 29],
  ])('does not open bytes whose %s was changed', (_, index) => {
    const ring = createKeyRing(MASTER_KEY)
    const { key } = ring.newCaseKey(CASE_ID)
    const sealed = ring.encrypt(key, PLACE, 'Ann')
    sealed[index] = (sealed[index] ?? 0) ^ 1
    expect(() => ring.decrypt(key, PLACE, sealed)).toThrow()
  })

  it('does not open bytes cut short', () => {
    const ring = createKeyRing(MASTER_KEY)
    const { key } = ring.newCaseKey(CASE_ID)
    const sealed = ring.encrypt(key, PLACE, 'Ann')
    expect(() => ring.decrypt(key, PLACE, sealed.subarray(0, 31))).toThrow()
    expect(() => ring.decrypt(key, PLACE, sealed.subarray(0, 20))).toThrow()
  })

  it('refuses a place whose names could be read two ways', () => {
    const ring = createKeyRing(MASTER_KEY)
    const { key } = ring.newCaseKey(CASE_ID)
    expect(() => ring.encrypt(key, { ...PLACE, column: 'name|row' }, 'Ann')).toThrow()
  })
})

describe('a case key', () => {
  it('comes back from its kept form under the same master key, for the same case', () => {
    const { key, wrapped } = createKeyRing(MASTER_KEY).newCaseKey(CASE_ID)
    const sealed = createKeyRing(MASTER_KEY).encrypt(key, PLACE, 'Ann')
    const again = createKeyRing(MASTER_KEY)
    expect(again.decrypt(again.unwrap(wrapped, CASE_ID), PLACE, sealed)).toBe('Ann')
  })

  it('does not come back for another case or under another master key', () => {
    const { wrapped } = createKeyRing(MASTER_KEY).newCaseKey(CASE_ID)
    expect(() => createKeyRing(MASTER_KEY).unwrap(wrapped, OTHER_CASE_ID)).toThrow()
    expect(() => createKeyRing(Buffer.alloc(32, 8)).unwrap(wrapped, CASE_ID)).toThrow()
  })

  it('opens no other case', () => {
    const ring = createKeyRing(MASTER_KEY)
    const sealed = ring.encrypt(ring.newCaseKey(CASE_ID).key, PLACE, 'Ann')
    expect(() => ring.decrypt(ring.newCaseKey(OTHER_CASE_ID).key, PLACE, sealed)).toThrow()
  })
})

describe('the look-up of a number', () => {
  it('is the same however the number is written, and from one start to the next', () => {
    const written = createKeyRing(MASTER_KEY).lookupHash(' a1234 bc ')
    expect(written).toEqual(createKeyRing(MASTER_KEY).lookupHash('A1234BC'))
    expect(written).toHaveLength(32)
  })

  it('differs by number and by master key', () => {
    const hash = createKeyRing(MASTER_KEY).lookupHash('A1234BC')
    expect(createKeyRing(MASTER_KEY).lookupHash('A1234BD')).not.toEqual(hash)
    expect(createKeyRing(Buffer.alloc(32, 8)).lookupHash('A1234BC')).not.toEqual(hash)
  })
})

describe('the master key', () => {
  it('must be 32 bytes', () => {
    expect(() => createKeyRing(Buffer.alloc(16))).toThrow('MASTER_KEY must be 32 bytes, written in base64.')
  })
})
