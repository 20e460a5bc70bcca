import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

/** RFC 6238 as every authenticator app does it: SHA-1, 6 digits, steps of 30 seconds. */
const STEP_MS = 30_000
const DIGITS = 6
/** A telephone's clock may be one step off, either way. */
const DRIFT_STEPS = 1
/** As long as what the code is made by: RFC 4226, 4. */
const SECRET_BYTES = 20

/** A secret for an authenticator app. */
export function newTotpSecret(): Buffer {
  return randomBytes(SECRET_BYTES)
}

/** The secret as it is typed into an app by hand, in groups of four: 'GEZD GNBV GY3T …'. */
export function typedSecret(secret: Buffer): string {
  return secretOf(secret).base32.replace(/(.{4})(?=.)/g, '$1 ')
}

/** What the QR code says to the app. @param account whose it is, as the app lists it */
export function totpUri(secret: Buffer, account: string): string {
  return totpOf(secret, account).toString()
}

/** The number of the step whose code this is, a step early or late; null where it is none's. `code` is six digits. */
export function stepOfCode(secret: Buffer, code: string, now: Date): number | null {
  const off = totpOf(secret, '').validate({ token: code, timestamp: now.getTime(), window: DRIFT_STEPS })
  return off === null ? null : Math.floor(now.getTime() / STEP_MS) + off
}

function totpOf(secret: Buffer, label: string): TOTP {
  const period = STEP_MS / 1000
  return new TOTP({
    issuer: 'Throughgate',
    label,
    algorithm: 'SHA1',
    digits: DIGITS,
    period,
    secret: secretOf(secret),
  })
}

function secretOf(bytes: Buffer): Secret {
  return new Secret({ buffer: Uint8Array.from(bytes).buffer })
}
