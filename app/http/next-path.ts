import { PAGES } from '~/paths'

/** Where signing in must not lead: it would sign out again, or ask to sign in again. */
const NOT_AFTER_SIGN_IN: readonly string[] = ['', 'sign-in', 'sign-in/second-factor', 'sign-out']

/** Every other address of the site. Nothing else is ever redirected to. */
const PATTERNS = PAGES.map(([path]) => path)
  .filter(path => !NOT_AFTER_SIGN_IN.includes(path))
  .map(path => new RegExp(`^/${path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[a-z0-9-]+')}$`))

const QUERY = /^[A-Za-z0-9%+=&._~-]{1,1000}$/

/**
 * `asked` when it is an address of this site that sign-in may lead to, else null. Only plain characters pass, so it
 * can name no other site and no control character reaches a header.
 */
export function safeNextPath(asked: string | null | undefined): string | null {
  if (!asked) return null
  const [path = '', query, ...rest] = asked.split('?')
  if (rest.length > 0 || !PATTERNS.some(pattern => pattern.test(path))) return null
  if (query === undefined || query === '') return path
  return QUERY.test(query) ? `${path}?${query}` : null
}
