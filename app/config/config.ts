import { hkdfSync } from 'node:crypto'
import { resolve } from 'node:path'
import type { z } from 'zod'
import { settingsSchema } from './config-schema'

/** What pages and use cases may know of the configuration. It holds no secret. */
export interface AppConfig {
  /** The site's own address, without a slash at the end. */
  publicOrigin: string
  /** Whether this is the demonstration: invented people, messages shown instead of sent. */
  demonstration: boolean
  mapTileUrl: string | null
  /** What the tiles' owner asks to be shown; '' without tiles. */
  mapTileCredit: string
  mailFrom: string
  /** Whether anybody is emailed: where nobody is, whoever makes a link is shown it to hand it over. */
  sendsMail: boolean
}

/** All of it, for the server alone. */
export interface ServerConfig extends AppConfig {
  mode: Mode
  port: number
  host: string
  /** The addresses a form may come from: the public one, or else this machine's own names. */
  origins: string[]
  /** Where the project's own database and keys lie, when none are configured. */
  dataDirectory: string
  /** 32 bytes; null when it is to be made and kept in the data directory. */
  masterKey: Buffer | null
  trustProxy: boolean
  smtpUrl: string | null
  meilisearch: { url: string; searchKey: string; writeKey: string } | null
  worker: 'in-process' | 'apart'
  /** What time it is when the demonstration of a test starts; null: the machine's. */
  testNow: Date | null
  logLevel: string
  /** How long /readyz says no before the port closes, in milliseconds. */
  stopNoticeMs: number
}

export type Mode = 'production' | 'development' | 'demonstration'
/** A balancer asks about that often; nobody balances the others. */
const STOP_NOTICE_SECONDS: Record<Mode, number> = { production: 5, development: 0, demonstration: 0 }

export type Environment = Record<string, string | undefined>

/**
 * The configuration in `env`. A setting that is blank counts as not set.
 * @throws ConfigurationError that names every setting that is wrong, and how to mend it
 */
export function readConfig(env: Environment, mode: Mode): ServerConfig {
  const given = withoutBlanks(env)
  const parsed = settingsSchema(mode === 'production').safeParse(given)
  const problems = [
    ...(parsed.error?.issues ?? []).map(issue => issue.message),
    ...missingPartners(given),
    ...movedClock(given, mode),
  ]
  if (!parsed.success || problems.length > 0) throw configurationError(problems)
  const stopNoticeMs = 1000 * (parsed.data.STOP_NOTICE_SECONDS ?? STOP_NOTICE_SECONDS[mode])
  return { mode, demonstration: mode === 'demonstration', stopNoticeMs, ...configFrom(parsed.data) }
}

/** What the server starts with all the same, but whoever runs it for real should know: each is logged once, at the start. */
export function configurationWarnings({ mode, smtpUrl }: Pick<ServerConfig, 'mode' | 'smtpUrl'>): string[] {
  if (mode !== 'production' || smtpUrl !== null) return []
  return [
    'SMTP_URL is not set: no email is sent, and nobody hears of a referral until they sign in and look.',
  ]
}

/** An error whose message is meant for the person who starts the server: every problem, one a line. */
export function configurationError(problems: string[]): Error {
  const error = new Error(
    `Throughgate does not start:\n${problems.map(problem => `  - ${problem}`).join('\n')}`,
  )
  error.name = 'ConfigurationError'
  return error
}

/** A secret for one purpose, worked out of the master key: nothing else need be configured or kept. */
export function deriveSecret(masterKey: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', masterKey, '', `throughgate ${purpose}`, 32))
}

type Settings = z.output<ReturnType<typeof settingsSchema>>

function configFrom(set: Settings): Omit<ServerConfig, 'mode' | 'demonstration' | 'stopNoticeMs'> {
  const local = `http://localhost:${set.PORT}`
  return {
    publicOrigin: set.PUBLIC_ORIGIN ?? local,
    origins: set.PUBLIC_ORIGIN ? [set.PUBLIC_ORIGIN] : [local, `http://127.0.0.1:${set.PORT}`],
    mapTileUrl: set.MAP_TILE_URL ?? null,
    mapTileCredit: set.MAP_TILE_CREDIT,
    mailFrom: set.MAIL_FROM,
    sendsMail: set.SMTP_URL !== undefined,
    port: set.PORT,
    host: set.HOST,
    dataDirectory: resolve(import.meta.dirname, '../..', set.THROUGHGATE_DATA),
    masterKey: set.MASTER_KEY ? Buffer.from(set.MASTER_KEY, 'base64') : null,
    trustProxy: set.TRUST_PROXY === 'yes',
    smtpUrl: set.SMTP_URL ?? null,
    meilisearch: set.MEILISEARCH_URL
      ? {
          url: set.MEILISEARCH_URL,
          searchKey: set.MEILISEARCH_SEARCH_KEY,
          writeKey: set.MEILISEARCH_WRITE_KEY,
        }
      : null,
    worker: set.WORKER,
    testNow: set.THROUGHGATE_TEST_NOW ? new Date(set.THROUGHGATE_TEST_NOW) : null,
    logLevel: set.LOG_LEVEL,
  }
}

/** Settings that make no sense alone. */
function missingPartners(env: Environment): string[] {
  const problems: string[] = []
  if (env.DATABASE_URL && env.WORKER !== 'apart' && !env.DATABASE_WORKER_URL) {
    problems.push(
      'DATABASE_WORKER_URL is not set. Give the worker its own, or set WORKER=apart and run it elsewhere.',
    )
  }
  if (env.MEILISEARCH_URL && !(env.MEILISEARCH_SEARCH_KEY && env.MEILISEARCH_WRITE_KEY)) {
    problems.push(
      'MEILISEARCH_URL is set, but not MEILISEARCH_SEARCH_KEY and MEILISEARCH_WRITE_KEY. Set both, or unset all three.',
    )
  }
  if (Boolean(env.MAP_TILE_URL) !== Boolean(env.MAP_TILE_CREDIT)) {
    problems.push(
      'MAP_TILE_URL and MAP_TILE_CREDIT go together: the credit is what the owner of the tiles asks to be shown. Set both, or unset both.',
    )
  }
  return problems
}

/** A service whose clock is wrong releases people on the wrong day. */
function movedClock(env: Environment, mode: Mode): string[] {
  if (!env.THROUGHGATE_TEST_NOW || mode === 'demonstration') return []
  return ['THROUGHGATE_TEST_NOW moves the clock, for tests of the demonstration alone. Unset it.']
}

function withoutBlanks(env: Environment): Environment {
  return Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  )
}
