import { describe, expect, it } from 'vitest'
import { newTotpSecret, stepOfCode, totpUri, typedSecret } from './totp'

/** RFC 6238, appendix B: the secret of its SHA-1 examples, and the last six of their eight digits. */
const SECRET = Buffer.from('12345678901234567890')
const EXAMPLES = [
  [59, '287082', 1],
  [1111111109, '081804', 37037036],
  [1111111111, '050471', 37037037],
  [1234567890, '005924', 41152263],
  [2000000000, '279037', 66666666],
  [20000000000, '353130', 666666666],
] as const

const at = (seconds: number) => new Date(seconds * 1000)

describe('a code', () => {
  it.each(EXAMPLES)('of second %i is %s, of step %i', (seconds, code, step) => {
    expect(stepOfCode(SECRET, code, at(seconds))).toBe(step)
  })

  it('is taken one step early and one step late, and is then that step’s', () => {
    // Step 37037036 is the 30 seconds from 1111111080 on.
    expect(stepOfCode(SECRET, '081804', at(1111111080 - 1))).toBe(37037036)
    expect(stepOfCode(SECRET, '081804', at(1111111080 + 59))).toBe(37037036)
    expect(stepOfCode(SECRET, '081804', at(1111111080 - 31))).toBeNull()
    expect(stepOfCode(SECRET, '081804', at(1111111080 + 60))).toBeNull()
  })

  it('of another secret, or of nothing, is none', () => {
    expect(stepOfCode(Buffer.from('12345678901234567891'), '287082', at(59))).toBeNull()
    for (const code of ['287083', '', '28708', '2870822', 'abcdef'])
      expect(stepOfCode(SECRET, code, at(59))).toBeNull()
  })
})

describe('a secret', () => {
  it('is 160 bits, and another each time', () => {
    const [one, other] = [newTotpSecret(), newTotpSecret()]
    expect(one).toHaveLength(20)
    expect(one.equals(other)).toBe(false)
  })

  it('is typed in groups of four, and said to the app with whose it is', () => {
    expect(typedSecret(SECRET)).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ')
    expect(totpUri(SECRET, 'a@b.example')).toBe(
      'otpauth://totp/Throughgate:a%40b.example?issuer=Throughgate' +
        '&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&algorithm=SHA1&digits=6&period=30',
    )
  })
})
