/** The families a session's browser is known by; nothing more of it is kept (the check in db/migrations/0068_second_factors.ts). */
export type BrowserFamily = 'edge' | 'opera' | 'samsung' | 'firefox' | 'chrome' | 'safari' | 'other'

/** In this order: Edge, Opera and Samsung's also call themselves Chrome, and Chrome calls itself Safari. */
const SIGNS: readonly (readonly [BrowserFamily, RegExp])[] = [
  ['edge', /\bEdg(e|A|iOS)?\//],
  ['opera', /\b(OPR|OPiOS|Opera)\//],
  ['samsung', /\bSamsungBrowser\//],
  ['firefox', /\b(Firefox|FxiOS)\//],
  ['chrome', /\b(Chrome|CriOS|HeadlessChrome)\//],
  ['safari', /\bSafari\//],
]

/** The family of the browser that calls itself so. */
export function browserFamily(userAgent: string | null): BrowserFamily {
  return SIGNS.find(([, sign]) => sign.test(userAgent ?? ''))?.[0] ?? 'other'
}
