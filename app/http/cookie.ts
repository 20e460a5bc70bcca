/** The cookies of the site: who is signed in, and what the next page says was done. */
const NAMES = { session: 'throughgate', said: 'throughgate-said' } as const
export type CookieName = keyof typeof NAMES

/**
 * The Set-Cookie header that hands a browser `value`, which is plain letters; no script can read it. Without `seconds`
 * the browser drops it when it closes; 0 takes it away.
 */
export function cookieHeader(
  publicOrigin: string,
  name: CookieName,
  value: string,
  seconds?: number,
): string {
  const age = seconds === undefined ? '' : `Max-Age=${seconds}; `
  const secure = isHttps(publicOrigin) ? '; Secure' : ''
  return `${nameOf(publicOrigin, name)}=${value}; ${age}Path=/; HttpOnly; SameSite=Lax${secure}`
}

/** The value in a Cookie header, or null when there is none of plain letters. */
export function readCookie(
  publicOrigin: string,
  name: CookieName,
  cookieHeader: string | undefined,
): string | null {
  const start = `${nameOf(publicOrigin, name)}=`
  const pair = (cookieHeader ?? '').split(/;\s*/).find(each => each.startsWith(start))
  const value = pair?.slice(start.length) ?? ''
  return /^[A-Za-z0-9_-]+$/.test(value) ? value : null
}

/** `__Host-` binds the cookie to this very host over https; a browser takes no such cookie over http. */
export function nameOf(publicOrigin: string, name: CookieName): string {
  return isHttps(publicOrigin) ? `__Host-${NAMES[name]}` : NAMES[name]
}

function isHttps(origin: string): boolean {
  return origin.startsWith('https:')
}
