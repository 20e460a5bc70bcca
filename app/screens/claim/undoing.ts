import type { Refused } from '~/domain/vacancy/claims/editing.server'
import { vacancyRefusalText } from '~/domain/vacancy/vacancy-result'
import { formatInstant } from '~/domain/time/calendar'

/** Why what was done to a claim cannot be taken back, in place of the button, and what to do instead. Safe for the browser. */

export interface Undoings {
  /** Of the last act that changed it. */
  lastAct: Refused
  /** Of a claim that was taken back: that it stands again. */
  putBack: Refused
  /** Of a move that is planned: that it is called off. */
  callOff: Refused
}

type Refusal = NonNullable<Refused>

const WHAT: Readonly<Record<keyof Undoings, (noun: string) => string>> = {
  lastAct: noun => `The last change of this ${noun} cannot be undone`,
  putBack: noun => `This ${noun} cannot be put back`,
  callOff: () => 'The move cannot be called off',
}

const TAKEN =
  'something else claims some of these days by now. Change that first, on your vacancies or among the service’s stays and voids that are over: then this can be done'

const BECAUSE: { [Reason in Refusal['reason']]?: (refusal: Extract<Refusal, { reason: Reason }>) => string } =
  {
    days_taken: () => TAKEN,
    held_for_referral: () => 'a referral has part of what it changed. Change it on the referral’s page',
    closes: () =>
      'the room closes for good from then on. Keep it open first, on the page of the service’s rooms',
    room_closed: () =>
      'the room has been closed since. Open it again first, on the page of the service’s rooms',
    move_off: () =>
      'the person is in the room from which the move was to be. Plan or record the move again on the page of that stay',
    changed_since: ({ at, by }) =>
      `something else that it changed was changed again since, ${[by && `by ${by}`, formatInstant(new Date(at))].filter(Boolean).join(', ')}. Change what is wrong on its own page instead`,
  }

export interface CannotUndo {
  /** Why the claim is not put back, or the move not called off. */
  now: string | null
  /** Why its last change is not undone; not said where what it did is said already, for the same reason. */
  last: string | null
}

export function cannotUndo({ callOff, putBack, lastAct }: Undoings, noun: string): CannotUndo {
  const now = callOff ?? putBack
  const say = (what: keyof Undoings, refused: Refused) =>
    refused && `${WHAT[what](noun)}: ${because(refused)}.`
  return {
    now: say(callOff ? 'callOff' : 'putBack', now),
    last: lastAct?.reason === now?.reason ? null : say('lastAct', lastAct),
  }
}

function because(refusal: Refusal): string {
  const say = BECAUSE[refusal.reason] as ((refusal: Refusal) => string) | undefined
  return say?.(refusal) ?? vacancyRefusalText(refusal).replace(/\.$/, '')
}
