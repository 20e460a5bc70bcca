import { index, route, type RouteConfig } from '@remix-run/route-config'
import { PAGES } from './paths'

/** Every address of the site, as Remix reads them. */
export default PAGES.map(([path, file]) =>
  path === '' ? index(file) : route(path, file),
) satisfies RouteConfig
