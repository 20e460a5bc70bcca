import { undoableUntil } from '~/domain/referral/lifecycle'
import type { ReferralView } from '~/domain/referral/record/referral-queries.server'
import { isAt, type ReferralState } from '~/domain/referral/states'
import { whatShutsEnd } from './buttons'
import { timeAndDay } from '~/domain/time/near-time'

/** Until when what was recorded can be undone, by whom, and what to do instead once it cannot. Safe for the browser. */
export interface UndoingWords {
  text: string
  link: { text: string; href: string } | null
}

type Undone = Pick<
  ReferralView,
  | 'side'
  | 'state'
  | 'endedBy'
  | 'stateChangedAt'
  | 'buttons'
  | 'caseId'
  | 'serviceId'
  | 'offerExpiresAt'
  | 'isServiceClosed'
  | 'caseClosedAt'
>

/** Null where nothing was recorded that anybody takes back. */
export function undoingWords(referral: Undone, now: Date): UndoingWords | null {
  const { side, state, endedBy, stateChangedAt, buttons } = referral
  if (side === 'referrer' && isAt(state, 'place')) return ofYes(referral, now)
  const until = undoableUntil(stateChangedAt)
  const shut = whatShutsEnd(referral)
  if (shut !== null) return SHUT[shut](referral, timeAndDay(until, now))
  if (buttons.some(({ event }) => event === 'undo_end' || event === 'undo_arrival'))
    return { text: `This can be undone until ${timeAndDay(until, now)}.`, link: null }
  if (!TAKEN_BACK.has(state)) return null
  const isOthers = endedBy !== null && endedBy !== side
  if (isOthers && now <= until)
    return { text: `If this is wrong, phone: it can be undone until ${timeAndDay(until, now)}.`, link: null }
  return side === 'referrer'
    ? { text: `${TOO_LATE} Refer again: the new referral links back to this one.`, link: again(referral) }
    : { text: `${TOO_LATE} Phone the referrer: a new referral links back to this one.`, link: null }
}

/** Who must open what first. */
const SHUT: Record<'case' | 'service', (referral: Undone, until: string) => UndoingWords> = {
  case: ({ side, caseId }, until) =>
    side === 'referrer'
      ? {
          text: `The case is closed. Reopen it first: then this can be undone until ${until}.`,
          link: { text: 'Open the case', href: `/cases/${caseId}` },
        }
      : {
          text: `The prison has closed the case. Phone the referrer, who can reopen it: then this can be undone until ${until}.`,
          link: null,
        },
  service: ({ side, serviceId }, until) =>
    side === 'referrer'
      ? {
          text: 'The service has closed since, so this cannot be undone. Choose another service.',
          link: null,
        }
      : {
          text: `The service has closed since. Open it again first: then this can be undone until ${until}.`,
          link: { text: 'How the service stands', href: `/our-services/${serviceId}/standing` },
        },
}

/** A yes is taken back while its offer runs. */
function ofYes({ buttons, offerExpiresAt }: Undone, now: Date): UndoingWords {
  const isRunning = offerExpiresAt !== null && buttons.some(({ event }) => event === 'take_back_yes')
  const text = isRunning
    ? `If the yes was recorded by mistake, it can be taken back until ${timeAndDay(offerExpiresAt, now)}, when the offer expires.`
    : 'If the yes was recorded by mistake, phone the provider: it can take the place back, and offer again.'
  return { text, link: null }
}

const TOO_LATE = 'This can no longer be undone.'

/** Expired and placed elsewhere are never undone, and a new referral is the way on from them too. */
const TAKEN_BACK: ReadonlySet<ReferralState> = new Set([
  ...(['declined', 'refused', 'withdrawn', 'expired', 'no_show', 'departed', 'placed_elsewhere'] as const),
])

function again({ caseId, serviceId }: Undone): UndoingWords['link'] {
  return { text: 'Refer to this service again', href: `/cases/${caseId}/refer/${serviceId}` }
}
