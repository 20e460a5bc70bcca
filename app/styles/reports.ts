import type { LinksFunction } from '@remix-run/node'

import work from './work.scss?url'
import reports from './reports.scss?url'

/** For a page of figures: `export { links } from '~/styles/reports'`. */
export const links: LinksFunction = () => [work, reports].map(href => ({ rel: 'stylesheet', href }))
