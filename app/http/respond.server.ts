import { data } from '@remix-run/node'
import { formatInstant } from '~/domain/time/calendar'
import { NOT_FOUND_HTML } from '~/ui/page/static-404'
import type { Refusal } from './refusal'

type RefusalWords = Omit<Refusal, 'kind' | 'link'> & { link?: Refusal['link'] }

/**
 * The answer to a page that is not there and to one this person may not see: `throw notFound()`. Nothing in it depends
 * on which, nor on what was asked for. It holds the document itself: nothing is drawn round the answer of a file.
 */
export function notFound(): Response {
  return new Response(NOT_FOUND_HTML, {
    status: 404,
    statusText: 'Not Found',
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
  })
}

/**
 * A page of its own that says why something could not be done: `throw refusalPage(409, …)`.
 * 409: it changed meanwhile. 410: its time is over. 422: it makes no sense as sent. Drawn by the root error boundary.
 */
export function refusalPage(status: 403 | 409 | 410 | 422 | 429 | 503, words: RefusalWords) {
  const refusal: Refusal = { kind: 'refusal', link: null, ...words }
  return data(refusal, { status })
}

/** The same form sent twice with different answers: nothing was changed by the second, whose words are shown again. */
export function differentBodyPage(link: Refusal['link'], typed: string[] = []) {
  return refusalPage(422, {
    title: 'This form was already sent',
    paragraphs: [
      'It was sent before with other answers. Those were kept, and nothing has been changed since.',
      'Open the page again to see how things stand now.',
    ],
    link,
    typed,
  })
}

/** The same where the form can be drawn again: `form.refuse('', SENT_BEFORE)`; its new page carries a new key. */
export const SENT_BEFORE =
  'This form was already sent with other answers. Those were kept. Check what is saved now, then send again'

/** Words that somebody struck out before this form came to: the page that says who and when. */
export function struckPage({ by, at }: { by: string; at: string }, link: Refusal['link']) {
  return refusalPage(409, {
    title: 'These words were struck out already',
    paragraphs: [`${by} struck them out: ${formatInstant(new Date(at))}. Nothing was changed now.`],
    link,
  })
}

/** What someone saved while another person changed it: nothing was changed by the second. `since` says what was changed, by whom and when. */
export function stalePage(link: Refusal['link'], since: string | null = null) {
  return refusalPage(409, {
    title: 'Someone else changed this first',
    paragraphs: [
      'Your change has not been saved.',
      ...(since === null ? [] : [since]),
      'Open the page again to see what they changed, then make your change.',
    ],
    link,
  })
}
