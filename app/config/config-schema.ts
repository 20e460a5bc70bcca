import { z } from 'zod'
import { defaultOf, type SettingName } from './settings'

/** All zeros: what an example prints in place of a key. */
const EXAMPLE_KEY = Buffer.alloc(32).toString('base64')

/** The settings as text, checked one by one; a production server must be given its master key. */
export function settingsSchema(production: boolean) {
  return z.object({
    PORT: z.coerce.number('PORT must be a number, such as 3000.').pipe(portSchema()).default(3000),
    HOST: z.string().default(defaultOf('HOST')),
    THROUGHGATE_DATA: z.string().default(defaultOf('THROUGHGATE_DATA')),
    MASTER_KEY: production ? requiredMasterKey() : masterKeySchema().optional(),
    PUBLIC_ORIGIN: originSchema().optional(),
    TRUST_PROXY: oneOf('TRUST_PROXY', ['yes', 'no']).default('no'),
    SMTP_URL: urlSchema('SMTP_URL', ['smtp:', 'smtps:']).optional(),
    MAIL_FROM: z
      .string()
      .regex(/^[^\r\n]+$/, 'MAIL_FROM must be one line.')
      .default(defaultOf('MAIL_FROM')),
    MEILISEARCH_URL: urlSchema('MEILISEARCH_URL', ['http:', 'https:']).optional(),
    MEILISEARCH_SEARCH_KEY: z.string().default(''),
    MEILISEARCH_WRITE_KEY: z.string().default(''),
    MAP_TILE_URL: urlSchema('MAP_TILE_URL', ['https:', 'http:']).optional(),
    MAP_TILE_CREDIT: z
      .string()
      .regex(/^[^<>\r\n]*$/, 'MAP_TILE_CREDIT must be one line of words, without < or >.')
      .default(''),
    THROUGHGATE_TEST_NOW: z.iso
      .datetime('THROUGHGATE_TEST_NOW must be an instant, such as 2026-12-24T09:00:00Z.')
      .optional(),
    WORKER: oneOf('WORKER', ['in-process', 'apart']).default('in-process'),
    STOP_NOTICE_SECONDS: z.coerce
      .number('STOP_NOTICE_SECONDS must be a number, such as 5.')
      .min(0, 'STOP_NOTICE_SECONDS must be at least 0.')
      .max(15, 'STOP_NOTICE_SECONDS must be at most 15.')
      .optional(),
    LOG_LEVEL: oneOf('LOG_LEVEL', ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default(
      'info',
    ),
  })
}

function portSchema() {
  return z
    .int('PORT must be a whole number.')
    .min(1, 'PORT must be at least 1.')
    .max(65535, 'PORT must be at most 65535.')
}

function requiredMasterKey() {
  return z
    .string(
      'MASTER_KEY is not set. Make one with: openssl rand -base64 32 (and keep it: without it no case can be read again).',
    )
    .pipe(masterKeySchema())
    .refine(value => value !== EXAMPLE_KEY, {
      message: 'MASTER_KEY is the one from an example. Make your own with: openssl rand -base64 32',
    })
}

function masterKeySchema() {
  return z.string().refine(isKey, {
    message: 'MASTER_KEY must be 32 random bytes in base64. Make one with: openssl rand -base64 32',
  })
}

/** 32 bytes, written in base64. */
export function isKey(value: string): boolean {
  return /^[A-Za-z0-9+/]{43}=$/.test(value) && Buffer.from(value, 'base64').length === 32
}

function originSchema() {
  return z
    .string()
    .refine(value => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), {
      message: 'PUBLIC_ORIGIN must be the address people type, such as https://throughgate.example.',
    })
    .transform(value => new URL(value).origin)
}

function urlSchema(name: SettingName, protocols: string[]) {
  return z.string().refine(value => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    message: `${name} must be an address that starts with ${protocols.map(protocol => `${protocol}//`).join(' or ')}.`,
  })
}

function oneOf<const Value extends string>(name: SettingName, values: readonly Value[]) {
  return z.enum(values, `${name} must be one of: ${values.join(', ')}.`)
}
