import { expect, it } from 'vitest'
import { browserFamily } from './browser-family'

const APPLE = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)'
const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)'

it.each([
  [`${WINDOWS} Chrome/126.0.0.0 Safari/537.36`, 'chrome'],
  [`${WINDOWS} Chrome/126.0.0.0 Safari/537.36 Edg/126.0.2592.68`, 'edge'],
  [`${WINDOWS} Chrome/124.0.0.0 Safari/537.36 OPR/110.0.0.0`, 'opera'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0', 'firefox'],
  [`${APPLE} Version/17.5 Safari/605.1.15`, 'safari'],
  [`${PHONE} Version/17.5 Mobile/15E148 Safari/604.1`, 'safari'],
  [`${PHONE} CriOS/126.0.6478.54 Mobile/15E148 Safari/604.1`, 'chrome'],
  [`${PHONE} FxiOS/127.0 Mobile/15E148 Safari/605.1.15`, 'firefox'],
  [
    'Mozilla/5.0 (Linux; Android 14; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36',
    'samsung',
  ],
  ['curl/8.5.0', 'other'],
  ['', 'other'],
  [null, 'other'],
])('%s is %s', (userAgent, family) => {
  expect(browserFamily(userAgent)).toBe(family)
})
