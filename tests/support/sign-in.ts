import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { Secret, TOTP } from 'otpauth'
import { seal } from '@db/encryption/sealed-box'
import { newId } from '@db/id'
import type { DB } from '@db/schema'
import { accountSecrets } from '~/config/account-secrets'
import { TEST_PASSWORD } from '../factories/account'

/** The test servers' own (tests/support/server.ts, which imports this). */
const MASTER_KEY = Buffer.alloc(32, 7)
/** Of every authenticator app that tests give somebody: base32 of '12345678901234567890'. */
const TEST_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

/** Makes a half session a whole one behind the service's back, for tests that are about something else. @returns the same cookie */
export async function passSecondFactor(owner: Kysely<DB>, cookie: string): Promise<string> {
  const token = /(?:^|; )(?:__Host-)?throughgate=([A-Za-z0-9_-]{43})/.exec(cookie)?.[1] ?? ''
  await owner
    .updateTable('session')
    .set(session => ({ secondFactorAt: session.ref('createdAt') }))
    .where('tokenHash', '=', createHash('sha256').update(token).digest())
    .execute()
  return cookie
}

/** Gives somebody an authenticator app whose code was never used. @returns the factor's id */
export async function withAppFactor(owner: Kysely<DB>, personId: string, name = 'My phone'): Promise<string> {
  const id = newId()
  const place = { table: 'second_factor', row: `${personId} ${id}`, column: 'secret', keyId: 'second-factor' }
  const plain = Buffer.from('12345678901234567890')
  const secret = seal(accountSecrets(MASTER_KEY).secondFactor, place, plain)
  const row = { id, personId, kind: 'app', name, secret, lastStep: 0, createdAt: new Date() }
  await owner.insertInto('secondFactor').values(row).execute()
  return id
}

/** The code that an app with this secret shows at `now`. @param secret base32, as a page says it */
export function codeAt(now: Date, secret = TEST_SECRET): string {
  const plain = Secret.fromBase32(secret.replaceAll(' ', ''))
  return new TOTP({ secret: plain }).generate({ timestamp: now.getTime() })
}

/**
 * Gives address and password to a running service; a second factor is wanted still where it is asked for.
 * @returns the Cookie header @throws when it is refused
 */
export async function signInAt(url: string, email: string, password = TEST_PASSWORD): Promise<string> {
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ email, password }),
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  if (answer.status !== 303 || !cookie)
    throw new Error(`Signing in as ${email} was refused (${answer.status})`)
  return cookie
}
