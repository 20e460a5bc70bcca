import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from './security-headers'

const SITE = { mode: 'production', publicOrigin: 'https://throughgate.example', mapTileUrl: null } as const

describe('contentSecurityPolicy', () => {
  it('lets nothing in from elsewhere and no inline script or style', () => {
    expect(contentSecurityPolicy(SITE, 'bm9uY2U=')).toBe(
      "default-src 'self'; script-src 'self' 'nonce-bm9uY2U='; style-src 'self'; img-src 'self' data:; " +
        "font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; " +
        "frame-ancestors 'none'",
    )
  })

  it('lets map tiles in from the configured server alone', () => {
    const policy = contentSecurityPolicy(
      { ...SITE, mapTileUrl: 'https://{s}.tiles.example/{z}/{x}/{y}.png' },
      'x',
    )
    expect(policy).toContain("img-src 'self' data: https://*.tiles.example;")
  })
})
