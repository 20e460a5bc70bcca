import type { StepRefusal } from '~/domain/nomination/take-step.server'
import { SENT_BEFORE } from '~/http/respond.server'

/** Why a step was not taken: beside which field ('' for none), and in which words. */
export const NOT_TAKEN: Readonly<
  Record<Exclude<StepRefusal, 'not_found'>, readonly [field: string, words: string]>
> = {
  different: ['', SENT_BEFORE],
  changed: ['', 'Somebody was quicker. Nothing was changed: read where it stands now'],
  full: ['', 'The run is full. Put the person on the waiting list, or take a place back first'],
  cancelled: ['', 'The run is cancelled. The prison’s team has to choose another run first'],
  contact: ['', 'Nobody records now that contact with children is permitted. Ring the prison’s team'],
  not_begun: ['', 'The run has not begun yet'],
  reason: ['leftReason', 'Choose why'],
  licence: ['licence', 'Choose whether a licence was used'],
  justification: ['justification', 'Choose why'],
  run: ['run', 'Choose another run of this programme'],
  run_closed: ['run', 'The last day to nominate for this run is over. Choose another'],
  no_time: ['run', 'This run cannot be finished before release. Choose another'],
  not_own: ['', 'The other side took the last step: only they can take it back'],
  withdrawn: ['', 'The agreement was taken back. With a new agreement, nominate the person again'],
  too_late: ['', 'It ended more than two working days ago: nominate the person again instead'],
  shut: ['', 'The service is paused or has closed: nobody comes back to its programme now'],
  another_open: ['', 'The person is nominated for this programme again. End that nomination first'],
}
