import type { LinksFunction } from '@remix-run/node'

import work from './work.scss?url'
import landscape from './landscape.scss?url'
import trafficLight from './traffic-light.scss?url'

/** For the traffic-light report, printed on one lying side: `export { links } from '~/styles/traffic-light'`. */
export const links: LinksFunction = () =>
  [work, landscape, trafficLight].map(href => ({ rel: 'stylesheet', href }))
