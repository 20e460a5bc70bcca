/** `__Host-` binds the cookie to this very host over https; a browser takes no such cookie over http. */
function cookieName(publicOrigin: string): string {
  return isHttps(publicOrigin) ? '__Host-throughgate' : 'throughgate'
}

/** The Set-Cookie header that hands a browser its session. How long it lasts is for the server to say. */
export function sessionCookie(publicOrigin: string, token: string): string {
  return `${cookieName(publicOrigin)}=${token}; ${attributes(publicOrigin)}`
}

/** The Set-Cookie header that takes it away again. */
export function clearedSessionCookie(publicOrigin: string): string {
  return `${cookieName(publicOrigin)}=; Max-Age=0; ${attributes(publicOrigin)}`
}

/** The token in a Cookie header, or null when there is none that could be one. */
export function readSessionToken(publicOrigin: string, cookieHeader: string | undefined): string | null {
  const start = `${cookieName(publicOrigin)}=`
  const pair = (cookieHeader ?? '').split(/;\s*/).find(each => each.startsWith(start))
  const token = pair?.slice(start.length) ?? ''
  return /^[A-Za-z0-9_-]{43}$/.test(token) ? token : null
}

function attributes(publicOrigin: string): string {
  return `Path=/; HttpOnly; SameSite=Lax${isHttps(publicOrigin) ? '; Secure' : ''}`
}

function isHttps(origin: string): boolean {
  return origin.startsWith('https:')
}
