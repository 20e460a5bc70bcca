import type { Response } from 'express'
import { refusalFor, type RefusalWords } from '~/ui/page/refusals'
import { staticPage } from '~/ui/page/static-page'

/** A whole page without viewer or script, for what is answered before any route runs. */
export function sendPlainPage(
  response: Response,
  status: number,
  words: RefusalWords = refusalFor(status),
): void {
  response.status(status).set('Cache-Control', 'no-store').type('html').send(staticPage(words))
}
