import { type PAGES } from '~/paths'

/** Files that are sent to a page: what is in them counts, not what they are called. */

/** The largest file, in bytes, with the little that a form adds. */
export const UPLOAD_BYTES = 5 * 1024 * 1024

/** The addresses that take one; a part of an address that begins with a colon is any. */
const TAKES_FILES: readonly (typeof PAGES)[number][0][] = ['cases/release-list', 'imports/:what']

const PATTERNS = TAKES_FILES.map(path => new RegExp(`^/${path.replace(/:\w+/g, '[^/]+')}$`))

export function takesFiles(path: string): boolean {
  return PATTERNS.some(pattern => pattern.test(path.replace(/\.data$/, '')))
}

/**
 * A form with a file as the same form with the text of it: from there on it is a form like any other. What is not UTF-8 is read as
 * Windows writes it; a byte that no text has becomes U+FFFD, which no list is read with. Null where the body is no such form.
 */
export async function formWithText(
  body: Buffer<ArrayBuffer>,
  contentType: string,
): Promise<URLSearchParams | null> {
  try {
    const form = await new Response(body, { headers: { 'content-type': contentType } }).formData()
    const fields = [...form].map(async ([name, value]): Promise<[string, string]> => [
      name,
      typeof value === 'string' ? value : textIn(await value.arrayBuffer()),
    ])
    return new URLSearchParams(await Promise.all(fields))
  } catch {
    return null
  }
}

function textIn(bytes: ArrayBuffer): string {
  return decoded(bytes).replaceAll('\0', '\uFFFD')
}

function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
