import { describe, expect, it } from 'vitest'
import { newRecoveryCodes, recoveryCodeHash } from './recovery-code'

const KEY = Buffer.alloc(32, 1)
const hash = (typed: string, key = KEY) => recoveryCodeHash(key, typed).toString('hex')

describe('recovery codes', () => {
  it('are ten, unlike, and of letters that are not taken for each other', () => {
    const codes = newRecoveryCodes()
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$/)
  })

  it.each(['k7m01-xq2p4', 'K7M01XQ2P4', ' k7m01 xq2p4 ', 'K7MOI–XQ2P4', 'k7mol-xq2p4'])(
    'are known however they are typed: %s',
    typed => {
      expect(hash(typed)).toBe(hash('k7m01-xq2p4'))
    },
  )

  it('are kept as what tells nothing without the key', () => {
    expect(hash('k7m01-xq2p5')).not.toBe(hash('k7m01-xq2p4'))
    expect(hash('k7m01-xq2p4', Buffer.alloc(32, 2))).not.toBe(hash('k7m01-xq2p4'))
    expect(recoveryCodeHash(KEY, 'k7m01-xq2p4')).toHaveLength(32)
  })
})
