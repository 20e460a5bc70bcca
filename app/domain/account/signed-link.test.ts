import { describe, expect, it } from 'vitest'
import { LINK_PURPOSES, readLink, signLink } from './signed-link.server'

const KEY = Buffer.from('0123456789abcdef0123456789abcdef')
const ID = '0b6f0f8e-2f6f-4e43-8d22-1f3d9e2f3a10'
/** By `openssl dgst -sha256 -hmac` over ["invitation","0b6f…"], in base64url. */
const TOKEN = `${ID}.mvvF9if8hdH8rnsugyx_O3KiIcymBdhZT5-wUkzAmMU`

describe('a signed link', () => {
  it('is the same every time, and names its row', () => {
    expect(signLink(KEY, 'invitation', ID)).toBe(TOKEN)
    expect(readLink(KEY, 'invitation', TOKEN)).toBe(ID)
  })

  it('opens nothing for another purpose or under another key', () => {
    const others = LINK_PURPOSES.filter(purpose => purpose !== 'invitation')
    expect(others.length).toBeGreaterThan(0)
    for (const purpose of others) expect(readLink(KEY, purpose, TOKEN)).toBeNull()
    expect(readLink(Buffer.from('f'.repeat(32)), 'invitation', TOKEN)).toBeNull()
  })

  it('is refused with any letter changed, cut, lengthened or in another case', () => {
    const at = (index: number) => (TOKEN[index] === 'a' ? 'b' : 'a')
    // All but the last letter, of which two bits stand for nothing.
    for (let index = 0; index < TOKEN.length - 1; index += 1) {
      const changed = TOKEN.slice(0, index) + at(index) + TOKEN.slice(index + 1)
      expect(readLink(KEY, 'invitation', changed), changed).toBeNull()
    }
    for (const each of ['', ID, `${ID}.`, TOKEN.slice(0, -1), `${TOKEN}A`, ` ${TOKEN}`, TOKEN.toUpperCase()])
      expect(readLink(KEY, 'invitation', each), each).toBeNull()
  })

  it('is refused, not thrown at, whatever stands for it', () => {
    const noId = `${'-'.repeat(36)}.${'A'.repeat(43)}`
    for (const each of [noId, '../..', '%00', `${ID}.${'é'.repeat(43)}`, 'x'.repeat(100_000)])
      expect(readLink(KEY, 'invitation', each)).toBeNull()
  })
})
