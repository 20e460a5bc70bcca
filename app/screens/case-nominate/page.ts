import type { NotNominated } from '~/domain/nomination/nominate.server'
import { href } from '~/paths'

export const CONTACT_MISSING =
  'A child is present at this programme. Public protection must first record that contact is permitted; no reason is kept'

/** Why nobody was nominated: beside which field ('' for none), and in which words. */
export const NOT_NOMINATED: Readonly<
  Record<Exclude<NotNominated, 'not_found' | 'different' | 'closed'>, readonly [field: string, words: string]>
> = {
  already: ['', 'The person is already nominated for this programme. Open that nomination'],
  contact: ['', CONTACT_MISSING],
  not_eligible: ['justification', 'Choose why you nominate the person although the programme does not fit'],
  route: ['', 'This programme takes no nominations here. Ring them'],
  paused: ['', 'This programme is paused and takes nobody new now. Nobody was nominated: ring them'],
  run: ['run', 'Choose a run of this programme'],
  run_closed: ['run', 'The last day to nominate for this run is over. Choose a later one'],
  no_time: [
    'run',
    'This run cannot be finished before release. Choose one that ends earlier, or say why you nominate all the same',
  ],
}

/** What is said of a programme that left the directory while the form was open: it cannot be drawn again. */
export function programmeClosed(caseId: string) {
  return {
    title: 'This programme has closed',
    paragraphs: ['Nobody was nominated. Look for another programme for this case.'],
    link: { text: 'Places for this case', href: href('cases/:caseId/search', { caseId }) },
  }
}
