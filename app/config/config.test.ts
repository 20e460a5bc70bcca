import { describe, expect, it } from 'vitest'
import { configurationWarnings, deriveSecret, readConfig } from './config'

const KEY = 'MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY='

describe('readConfig', () => {
  it('asks for the credit of the tiles with the tiles, as words alone', () => {
    const tiles = { MAP_TILE_URL: 'https://tiles.example/{z}/{x}/{y}.png' }
    const credit = '© OpenStreetMap contributors'
    expect(() => readConfig({ MASTER_KEY: KEY, ...tiles }, 'production')).toThrow(/MAP_TILE_CREDIT/)
    expect(
      readConfig({ MASTER_KEY: KEY, ...tiles, MAP_TILE_CREDIT: credit }, 'production').mapTileCredit,
    ).toBe(credit)
    expect(() =>
      readConfig({ MASTER_KEY: KEY, ...tiles, MAP_TILE_CREDIT: '<img src=x>' }, 'production'),
    ).toThrow(/MAP_TILE_CREDIT must be one line/)
  })

  it('needs nothing but a master key in production', () => {
    const config = readConfig({ MASTER_KEY: KEY }, 'production')
    expect(config.port).toBe(3000)
    expect(config.host).toBe('127.0.0.1')
    expect(config.masterKey?.toString()).toBe('0123456789abcdef0123456789abcdef')
    expect(config.publicOrigin).toBe('http://localhost:3000')
    expect(config.origins).toEqual(['http://localhost:3000', 'http://127.0.0.1:3000'])
    expect(config.trustProxy).toBe(false)
    expect(config.worker).toBe('in-process')
    expect(config.demonstration).toBe(false)
  })

  it('refuses to start in production without a master key, and says how to make one', () => {
    expect(() => readConfig({}, 'production')).toThrow(
      'MASTER_KEY is not set. Make one with: openssl rand -base64 32',
    )
  })

  it('refuses the master key of an example', () => {
    const zeros = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='
    expect(() => readConfig({ MASTER_KEY: zeros }, 'production')).toThrow(
      'MASTER_KEY is the one from an example',
    )
  })

  it('needs nothing at all in development', () => {
    expect(readConfig({}, 'development').masterKey).toBeNull()
  })

  it('names every problem at once', () => {
    const env = {
      PORT: 'http',
      MASTER_KEY: 'short',
      WORKER: 'elsewhere',
      DATABASE_URL: 'postgres://db/throughgate',
    }
    expect(() => readConfig(env, 'production')).toThrow(
      [
        'Throughgate does not start:',
        '  - PORT must be a number, such as 3000.',
        '  - MASTER_KEY must be 32 random bytes in base64. Make one with: openssl rand -base64 32',
        '  - WORKER must be one of: in-process, apart.',
        '  - DATABASE_WORKER_URL is not set. Give the worker its own, or set WORKER=apart and run it elsewhere.',
      ].join('\n'),
    )
  })

  it('takes a blank setting for one that is not set', () => {
    expect(readConfig({ PORT: ' ', PUBLIC_ORIGIN: '' }, 'development').port).toBe(3000)
  })

  it('lets forms come from the public address alone once it is set', () => {
    const config = readConfig({ PUBLIC_ORIGIN: 'https://throughgate.example/' }, 'development')
    expect(config.origins).toEqual(['https://throughgate.example'])
  })

  it('wants both keys beside a search engine', () => {
    expect(() => readConfig({ MEILISEARCH_URL: 'http://search:7700' }, 'development')).toThrow(
      'MEILISEARCH_URL is set, but not MEILISEARCH_SEARCH_KEY and MEILISEARCH_WRITE_KEY',
    )
  })
})

describe('the clock of the tests', () => {
  const moved = { MASTER_KEY: KEY, THROUGHGATE_TEST_NOW: '2026-12-24T09:00:00Z' }

  it.each(['production', 'development'] as const)('is refused in %s', mode => {
    expect(() => readConfig(moved, mode)).toThrow(
      'THROUGHGATE_TEST_NOW moves the clock, for tests of the demonstration alone. Unset it.',
    )
  })

  it('is where the demonstration of a test starts from', () => {
    expect(readConfig(moved, 'demonstration').testNow).toEqual(new Date('2026-12-24T09:00:00Z'))
    expect(readConfig({}, 'demonstration').testNow).toBeNull()
  })

  it('is an instant, and nothing less', () => {
    expect(() => readConfig({ THROUGHGATE_TEST_NOW: 'tomorrow' }, 'demonstration')).toThrow(
      'THROUGHGATE_TEST_NOW must be an instant, such as 2026-12-24T09:00:00Z.',
    )
  })
})

describe('what is warned of at the start', () => {
  it.each([
    ['production', {}, [/^SMTP_URL is not set: no email is sent/]],
    ['production', { SMTP_URL: 'smtp://mail.example' }, []],
    ['development', {}, []],
    ['demonstration', {}, []],
  ] as const)('in %s with %j', (mode, set, warnings) => {
    const config = readConfig({ MASTER_KEY: KEY, ...set }, mode)
    expect(configurationWarnings(config)).toEqual(
      warnings.map(words => expect.stringMatching(words) as string),
    )
  })
})

describe('deriveSecret', () => {
  it('gives another secret for another purpose, and the same one again', () => {
    const masterKey = Buffer.from(KEY, 'base64')
    expect(deriveSecret(masterKey, 'throttle')).toEqual(deriveSecret(masterKey, 'throttle'))
    expect(deriveSecret(masterKey, 'throttle')).not.toEqual(deriveSecret(masterKey, 'sessions'))
  })
})
