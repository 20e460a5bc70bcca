import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { ServerConfig } from '~/config/config'

type HeaderConfig = Pick<ServerConfig, 'mode' | 'publicOrigin' | 'mapTileUrl'>

/** The same on every answer. */
const FIXED_HEADERS: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), microphone=(), payment=(), usb=(), browsing-topics=(), geolocation=(self)',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Permitted-Cross-Domain-Policies': 'none',
}

const TWO_YEARS_S = 63_072_000

/** Sets the security headers, with a script nonce of its own for each answer, left in `response.locals.cspNonce`. */
export function securityHeaders(config: HeaderConfig): RequestHandler {
  return (_request, response, next) => {
    const nonce = randomBytes(16).toString('base64')
    response.locals.cspNonce = nonce
    response.set(FIXED_HEADERS)
    response.set('Content-Security-Policy', contentSecurityPolicy(config, nonce))
    if (config.publicOrigin.startsWith('https:')) {
      response.set('Strict-Transport-Security', `max-age=${TWO_YEARS_S}; includeSubDomains`)
    }
    next()
  }
}

/** Everything from this site alone, but map tiles where a tile server is configured. */
export function contentSecurityPolicy({ mode, mapTileUrl }: HeaderConfig, nonce: string): string {
  const tiles = mapTileUrl === null ? '' : ` ${tileHost(mapTileUrl)}`
  // In development Vite pushes changes over a socket and puts changed styles into the page.
  const isDevelopment = mode === 'development'
  const policy: Record<string, string> = {
    'default-src': "'self'",
    'script-src': `'self' 'nonce-${nonce}'`,
    'style-src': isDevelopment ? "'self' 'unsafe-inline'" : "'self'",
    'img-src': `'self' data:${tiles}`,
    'font-src': "'self'",
    'connect-src': isDevelopment ? "'self' ws:" : "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  }
  return Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ')
}

/** 'https://{s}.tiles.example/{z}/…' → 'https://*.tiles.example' */
function tileHost(template: string): string {
  const url = new URL(template.replace('{s}.', 'any-subdomain.'))
  return url.origin.replace('any-subdomain.', '*.')
}
