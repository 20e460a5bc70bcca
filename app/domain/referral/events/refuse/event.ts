import { category, type Reason } from '../../reasons'
import type { EventSpec } from '../event-spec'
import { type Message, SIGN_IN_TO_READ } from '../message'
import { reasonsForm } from '../reasons-form'

const REASONS: readonly Reason[] = [
  ...category('person', 'The person', 'U', {
    area: 'Area',
    property: 'Property',
    sharing: 'Sharing',
    rules: 'Rules',
    cost: 'Cost',
    safety: 'Safety',
    prefers_other: 'Prefers another place',
    changed_mind: 'Changed her or his mind',
    no_contact: 'No contact',
  }),
  ...category('person', 'Other', 'U', { other: 'Other' }),
]

const TOLD = {
  name: 'offer_refused',
  subject: 'Referral {R}: the offer is refused',
  happened: 'The bedspace you offered for referral {R} is not wanted and is free again.',
  toDo: SIGN_IN_TO_READ,
} as const satisfies Message

/** The officer records the person’s no, with the reasons. Safe for the browser. */
export const refuse = {
  happened: 'The person said no',
  reasons: REASONS,
  endsOffer: 'refused',
  tells: [{ to: 'provider', message: TOLD }],
  screen: {
    words: {
      title: 'The person says no',
      lede: 'The bedspace is free again at once. The reasons count as unmet need unless the person found somewhere.',
      button: 'Record the no',
      done: 'Recorded. The provider has been told, and the bedspace is free again',
    },
    form: () => reasonsForm(REASONS),
    isWarning: true,
  },
} as const satisfies EventSpec
