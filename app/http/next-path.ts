/** The first part of every address that sign-in may lead to. Nothing else is ever redirected to. */
const SECTIONS = [
  'cases',
  'services',
  'referrals',
  'today',
  'inbox',
  'vacancies',
  'supply',
  'messages',
  'kept-form',
] as const

const PATH = new RegExp(`^/(${SECTIONS.join('|')})(/[a-z0-9-]+)*$`)
const QUERY = /^[A-Za-z0-9%+=&._~-]{1,1000}$/

/**
 * `asked` when it is an address of this site that sign-in may lead to, else null. Only plain characters pass, so it
 * can name no other site and no control character reaches a header.
 */
export function safeNextPath(asked: string | null | undefined): string | null {
  if (!asked) return null
  const [path = '', query, ...rest] = asked.split('?')
  if (rest.length > 0 || !PATH.test(path)) return null
  if (query === undefined || query === '') return path
  return QUERY.test(query) ? `${path}?${query}` : null
}
