import type { LinksFunction } from '@remix-run/node'

import work from './work.scss?url'
import landscape from './landscape.scss?url'

/** For a page with a wide table, printed on one lying side: `export { links } from '~/styles/landscape'`. */
export const links: LinksFunction = () => [work, landscape].map(href => ({ rel: 'stylesheet', href }))
