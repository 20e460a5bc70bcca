import { reasonsForm } from '../reasons-form'
import type { GivenReasons } from '../../reasons'
import type { EventSpec } from '../event-spec'

/** The provider takes back an offer nobody has answered (product.md, "Offers and holds"). */
export const takeBackOffer = {
  words: {
    title: 'Take back the offer',
    lede: 'The bedspace is free again at once, and the referral is under review again. The referrer is told why.',
    button: 'Take back the offer',
    done: 'The offer is taken back. The bedspace is free, and the referrer has been told why',
  },
  happened: 'Offer taken back',
  form: reasonsForm('take_back_offer'),
  asks: { reasons: 'take_back_offer' },
  saysNo: true,
  endsOffer: 'taken_back',
  tells: [
    { to: 'referrer', template: 'offer_taken_back', wholeTeam: true },
    { to: 'provider', template: 'offer_taken_back' },
  ],
} as const satisfies EventSpec<GivenReasons>
