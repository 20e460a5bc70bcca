import { category, type Reason } from '../../reasons'
import type { EventSpec } from '../event-spec'
import type { Message } from '../message'
import { reasonsForm } from '../reasons-form'

const REASONS: readonly Reason[] = [
  ...category('no_show', 'No-show', 'R', {
    gate_arrest_or_recall: 'Gate arrest or recall',
    other_place_found: 'Other place found',
    hospital: 'Hospital',
  }),
  ...category('no_show', 'No-show', 'P', { released_earlier: 'Released earlier' }),
  ...category('no_show', 'No-show', 'U', { travel: 'Travel', unsafe: 'Unsafe', unknown: 'Unknown' }),
  ...category('no_show', 'Other', 'U', { other: 'Other' }),
]

const TOLD = {
  name: 'no_show',
  subject: 'Referral {R}: nobody arrived',
  happened: 'The provider has recorded a no-show for referral {R}.',
  toDo: 'Please sign in today.',
} as const satisfies Message

/** The provider records that the person did not come. Safe for the browser. */
export const noShow = {
  happened: 'Did not arrive',
  reasons: REASONS,
  tells: [{ to: 'referrer', message: TOLD }],
  screen: {
    words: {
      title: 'Mark as no-show',
      lede: 'The bedspace is free again at once, and the referrer is told. Phone first: late is not a no-show.',
      button: 'Mark as no-show',
      done: 'Marked as no-show. The bedspace is free again, and the referrer has been told',
    },
    form: () => reasonsForm(REASONS),
    isWarning: true,
    isPointless: ({ noShowFrom }) => noShowFrom !== null,
  },
} as const satisfies EventSpec
