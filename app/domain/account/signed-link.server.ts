import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** What a signed link may be for; one made for another purpose opens nothing. */
export const LINK_PURPOSES = ['invitation', 'password-reset', 'policy-reminder', 'email-change'] as const

type LinkPurpose = (typeof LINK_PURPOSES)[number]

/** `<id>.<mac>`: a lower-case uuid and 256 bits in base64url. */
const TOKEN = /^([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})$/

/**
 * The token of a link that is sent: it names a row, and only who has the key can make it. Nothing of it is kept; whether it still
 * holds, was used or was withdrawn is the row's to say. The same every time, so that a job carries the id alone.
 * @param id a uuid in lower case
 */
export function signLink(key: Buffer, purpose: LinkPurpose, id: string): string {
  return `${id}.${macOf(key, purpose, id).toString('base64url')}`
}

/** The id that a token names; null where this service did not make it, or made it for another purpose. */
export function readLink(key: Buffer, purpose: LinkPurpose, token: string): string | null {
  const [, id = '', mac = ''] = TOKEN.exec(token) ?? []
  if (!z.uuid().safeParse(id).success) return null
  const isOurs = timingSafeEqual(Buffer.from(mac, 'base64url'), macOf(key, purpose, id))
  return isOurs ? id : null
}

function macOf(key: Buffer, purpose: LinkPurpose, id: string): Buffer {
  return createHmac('sha256', key)
    .update(JSON.stringify([purpose, id]))
    .digest()
}
