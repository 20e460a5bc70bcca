import { refusalFor } from './refusals'
import { staticPage } from './static-page'

/**
 * The whole document for everything that is not there or not this viewer's to see: the same bytes for everyone, so
 * that it tells nobody which of the two it is.
 */
export const NOT_FOUND_HTML = staticPage(refusalFor(404))
