import { describe, expect, it } from 'vitest'
import { hashPassword, isPassword, NOBODYS_HASH } from './hash-password.server'

const COST = '$argon2id$v=19$m=19456,t=2,p=1$'

describe('a kept password', () => {
  it('is recognised, and another is not', async () => {
    const kept = await hashPassword('correct horse battery')
    expect(kept.startsWith(COST)).toBe(true)
    expect(await isPassword(kept, 'correct horse battery')).toBe(true)
    expect(await isPassword(kept, 'correct horse batterx')).toBe(false)
  })

  it('is the same however its accents were typed', async () => {
    const kept = await hashPassword('caf\u00e9 on the quay')
    expect(await isPassword(kept, 'cafe\u0301 on the quay')).toBe(true)
  })

  it('that is not there costs the same work, and never opens', async () => {
    expect(NOBODYS_HASH.startsWith(COST)).toBe(true)
    expect(await isPassword(null, 'anything')).toBe(false)
  })
})
