import { Link } from '@remix-run/react'

import type { BoardWords } from '~/screens/vacancies/board'
import { theOneTaken } from '~/screens/vacancies/board'
import { keepDots } from '~/ui/keep-dots'
import { Actions, ButtonLink } from '~/ui/form/button'
import { PostButton } from '~/ui/form/post-button'

export interface ConfirmCardProps {
  board: BoardWords
  /** One for each button. */
  keys: { confirm: string; taken: string }
}

/** 'Is this still right?': what referrers are told of one service, and one tap to keep it true; of a paused one only who was to leave by now. */
export function ConfirmCard({ board, keys }: ConfirmCardProps) {
  const { serviceId, name, now, next, confirmed, overdue } = board
  return (
    <article className="tg-card tg-card--action tg-confirm">
      <h2 className="tg-confirm__question">{board.isPaused ? 'Who has left?' : 'Is this still right?'}</h2>
      <p className="tg-confirm__name">{name}</p>
      <p className="tg-confirm__what">{keepDots([now, next].filter(Boolean).join(' · '))}</p>
      {overdue > 0 && <Overdue board={board} />}
      {!board.isPaused && (
        <PostButton
          action="/vacancies"
          values={{ intent: 'confirm', serviceId, backTo: 'today', idempotencyKey: keys.confirm }}
          about={`: ${name}`}
        >
          Yes, still right
        </PostButton>
      )}
      <Actions>
        {!board.isPaused && <OneWasTaken board={board} idempotencyKey={keys.taken} />}
        <ButtonLink look="secondary" to={`/vacancies#s-${serviceId}`} about={`: ${name}`}>
          Change
        </ButtonLink>
      </Actions>
      <p className="tg-quiet tg-confirm__last">{confirmed}</p>
    </article>
  )
}

/** A bedspace is claimed until the departure is recorded: only the provider knows whether somebody has left. */
function Overdue({ board: { serviceId, name, overdue } }: Pick<ConfirmCardProps, 'board'>) {
  const who = overdue === 1 ? '1 person was' : `${overdue} people were`
  return (
    <p className="govuk-body">
      {who} to leave by now.{' '}
      <Link className="govuk-link" to={`/vacancies#s-${serviceId}`}>
        Say who has left<span className="govuk-visually-hidden">: {name}</span>
      </Link>
    </p>
  )
}

/** One tap where it is plain which bedspace is meant; else the board, where each free one has its button. */
function OneWasTaken({ board, idempotencyKey }: { board: BoardWords; idempotencyKey: string }) {
  if (board.free === 0) return null
  const one = theOneTaken(board)
  if (!one) {
    return (
      <ButtonLink look="secondary" to={`/vacancies#s-${board.serviceId}`} about={`: ${board.name}`}>
        One was taken
      </ButtonLink>
    )
  }
  return (
    <PostButton
      action="/vacancies"
      look="secondary"
      values={{ intent: 'taken', bedspaceId: one.id, backTo: 'today', idempotencyKey }}
      about={`: ${board.name}`}
    >
      One was taken
    </PostButton>
  )
}
