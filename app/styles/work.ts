import type { LinksFunction } from '@remix-run/node'

import stylesheet from './work.scss?url'

/** For a page that needs more than `site.scss`, which every page has: `export { links } from '~/styles/work'`. */
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: stylesheet }]
