import { cookieHeader, nameOf, readCookie } from './cookie'

/** The Set-Cookie header that hands a browser its session. How long it lasts is for the server to say. */
export function sessionCookie(publicOrigin: string, token: string): string {
  return cookieHeader(publicOrigin, 'session', token)
}

/** The token in a Cookie header, or null when there is none that could be one. */
export function readSessionToken(publicOrigin: string, cookie: string | undefined): string | null {
  const token = readCookie(publicOrigin, 'session', cookie) ?? ''
  return /^[A-Za-z0-9_-]{43}$/.test(token) ? token : null
}

/** What the cookie of a session is called on this site. */
export function sessionCookieName(publicOrigin: string): string {
  return nameOf(publicOrigin, 'session')
}
