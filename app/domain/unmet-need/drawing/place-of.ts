import { isAt } from '../../referral/states'
import { type Day, londonDay } from '../../time/calendar'
import type { Episode } from '../episode'
import type { DrawnReferral } from './drawn-from'

type Place = Pick<Episode, 'placedOn' | 'placeEndedOn' | 'placeEndedAs'>

const GATE_ARREST = 'no_show.gate_arrest_or_recall'
const NO_PLACE: Place = { placedOn: null, placeEndedOn: null, placeEndedAs: null }

/** The first place somebody came to live at by a referral; else one that was hers and that she did not come to. */
export function placeOf(referrals: readonly DrawnReferral[], released: Day | null): Place {
  const stays = referrals.flatMap(({ state, placement }) =>
    placement && (isAt(state, 'stay') || state === 'departed') ? [placement] : [],
  )
  const first = stays.sort((a, b) => a.arrivedOn.localeCompare(b.arrivedOn))[0]
  if (first) {
    return { placedOn: first.arrivedOn, placeEndedOn: first.departedOn, placeEndedAs: first.departure }
  }
  const missed = referrals.find(({ state }) => state === 'no_show')
  return missed ? notTakenUp(missed, released) : NO_PLACE
}

function notTakenUp({ history, reasons }: DrawnReferral, released: Day | null): Place {
  const end = history.findLast(({ toState }) => toState === 'no_show')
  const on = released ?? (end ? londonDay(end.at) : null)
  const placeEndedAs = reasons.includes(GATE_ARREST) ? 'gate_arrest' : 'not_taken_up'
  return { placedOn: on, placeEndedOn: on, placeEndedAs }
}
