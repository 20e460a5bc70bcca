import { category, type Reason } from '../../reasons'
import type { EventSpec } from '../event-spec'
import { type Message, SIGN_IN_TO_READ } from '../message'
import { reasonsForm } from '../reasons-form'

const REASONS: readonly Reason[] = [
  ...category('withdrawn', 'Housed by another route', 'R', {
    placed_by_council: 'Placed by the council',
    placed_by_cas: 'Placed by CAS',
    safe_family: 'Safe with family',
    placed_other: 'Placed another way',
    recalled_or_remanded: 'Recalled or remanded',
  }),
  ...category('withdrawn', 'Changed circumstances', 'P', {
    released_early: 'Released early',
    transferred: 'Transferred',
    agreement_withdrawn: 'Agreement withdrawn',
    circumstances: 'Circumstances changed',
    died: 'Died',
  }),
  ...category('withdrawn', 'Process', 'P', { error: 'Sent in error' }),
  ...category('withdrawn', 'Other', 'P', { other: 'Other' }),
]

const TOLD = {
  name: 'withdrawn',
  subject: 'Referral {R} is withdrawn',
  happened: 'The referrer has withdrawn referral {R}.',
  toDo: SIGN_IN_TO_READ,
} as const satisfies Message

/** The referrer withdraws, with reasons. Safe for the browser. */
export const withdraw = {
  happened: 'Withdrawn',
  reasons: REASONS,
  endsOffer: 'withdrawn',
  tells: [{ to: 'provider', message: TOLD }],
  screen: {
    words: {
      title: 'Withdraw this referral',
      lede: 'The provider is told. An offered or held bedspace is free again at once.',
      button: 'Withdraw',
      done: 'Withdrawn. The provider has been told',
    },
    form: () => reasonsForm(REASONS),
    isWarning: true,
    isNeverFirst: true,
  },
} as const satisfies EventSpec
