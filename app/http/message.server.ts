import type { KeyObject } from 'node:crypto'
import { redirect, type TypedResponse } from '@remix-run/node'
import { z } from 'zod'
import { type Place, seal, unseal } from '@db/encryption/sealed-box'
import { cookieHeader, readCookie } from './cookie'

/** A message belongs to the page that comes next; one that was never fetched would say "just now" of something long past. */
const KEPT_S = 60

const MESSAGE = z.object({
  path: z.string(),
  words: z.string(),
  links: z.array(z.object({ text: z.string(), href: z.string() })),
  button: z
    .object({ text: z.string(), action: z.string(), values: z.record(z.string(), z.string()) })
    .optional(),
  until: z.number(),
})

/** Where a message leads on. */
export type MessageLink = z.output<typeof MESSAGE>['links'][number]

/** A form that is one button, by which what was done can be taken back; its values are ids and codes. */
export type MessageButton = NonNullable<z.output<typeof MESSAGE>['button']>

interface MessageContext {
  config: { publicOrigin: string }
  session: { id: string } | null
  secrets: { message: KeyObject }
  clock: () => Date
}

/**
 * The answer to a form that was done: on to `path`, whose page says `words` once. They travel in a sealed cookie for this
 * session alone, never in the address: who types, keeps or sends on an address is told nothing that was not done.
 * `words` name no person.
 */
export function redirectSaying(
  context: MessageContext,
  path: string,
  words: string,
  links: readonly MessageLink[] = [],
  button?: MessageButton,
): TypedResponse<never> {
  const [pathname = ''] = path.split('?')
  const until = context.clock().getTime() + KEPT_S * 1000
  const plain = Buffer.from(JSON.stringify({ path: pathname, words, links, button, until }))
  const sealed = seal(context.secrets.message, placeFor(context), plain).toString('base64url')
  const headers = { 'Set-Cookie': cookieHeader(context.config.publicOrigin, 'said', sealed, KEPT_S) }
  return redirect(path, { status: 303, headers })
}

/** What `request`'s page has to say of what was just done, and the headers that take it back: it is said once. */
export function takeMessage(
  context: MessageContext,
  request: Request,
): {
  words: string | null
  links: readonly MessageLink[]
  button?: MessageButton | undefined
  headers: Record<string, string>
} {
  const { publicOrigin } = context.config
  const sealed = readCookie(publicOrigin, 'said', request.headers.get('cookie') ?? undefined)
  const message = sealed === null ? null : openMessage(context, sealed)
  if (message?.path !== new URL(request.url).pathname.replace(/\.data$/, ''))
    return { words: null, links: [], headers: {} }
  const { words, links, button, until } = message
  const isFresh = until > context.clock().getTime()
  return {
    words: isFresh ? words : null,
    links,
    button,
    headers: { 'Set-Cookie': cookieHeader(publicOrigin, 'said', '', 0) },
  }
}

/** Null for what was not sealed here, or for another session. */
function openMessage(context: MessageContext, sealed: string): z.output<typeof MESSAGE> | null {
  try {
    const plain = unseal(context.secrets.message, placeFor(context), Buffer.from(sealed, 'base64url'))
    return MESSAGE.parse(JSON.parse(plain.toString()))
  } catch {
    return null
  }
}

function placeFor({ session }: MessageContext): Place {
  return { table: 'cookie', row: session?.id ?? 'signed-out', column: 'said', keyId: 'message' }
}
