import { Link } from '@remix-run/react'

import { PAST_TITLE } from '~/domain/vacancy/vacancy'
import type { BedspaceWords, BoardWords, StayWords } from '~/screens/vacancies/board'
import { href } from '~/paths'
import { Actions, ButtonLink } from '~/ui/form/button'
import { PostButton } from '~/ui/form/post-button'
import { Tag } from '~/ui/tag'
import { VacancyStrip } from './vacancy-strip'

/** An idempotency key for the button of each service and each bedspace, by its id. */
type Keys = Readonly<Record<string, string>>

interface BoardProps {
  board: BoardWords
  /** Whether the reader opens it again where it is paused. */
  mayKeep: boolean
  keys: Keys
}

/** One service's board: what referrers are told, one tap that it is true, and every bedspace. */
export function VacancyBoard({ board, mayKeep, keys }: BoardProps) {
  const { serviceId, name, now, next, confirmed, isCounted } = board
  return (
    <section className="tg-board" aria-labelledby={`s-${serviceId}`}>
      <div className="tg-board__head">
        <div>
          <h2 className="govuk-heading-m tg-board__name" id={`s-${serviceId}`} tabIndex={-1}>
            {name}
          </h2>
          <p className="tg-board__now">{[now, next].filter(Boolean).join(' · ')}</p>
          {board.isPaused && (
            <p className="govuk-body">
              {mayKeep ? (
                <Link className="govuk-link" to={href('our-services/:serviceId/standing', { serviceId })}>
                  Open it again<span className="govuk-visually-hidden">: {name}</span>
                </Link>
              ) : (
                'A manager of yours opens it again.'
              )}
            </p>
          )}
          <p className="tg-quiet tg-board__confirmed">{confirmed}</p>
        </div>
        <Actions>
          {!board.isPaused && (
            <PostButton
              look={board.needsConfirming ? 'primary' : 'secondary'}
              values={{ intent: 'confirm', serviceId, idempotencyKey: keys[serviceId] }}
              about={`: ${name}`}
            >
              Yes, still right
            </PostButton>
          )}
          {isCounted && (
            <ButtonLink look="secondary" to={`/vacancies/${serviceId}/count`} about={`: ${name}`}>
              Change the count
            </ButtonLink>
          )}
          <ButtonLink look="secondary" to={`/our-services/${serviceId}/rooms`} about={`: ${name}`}>
            {isCounted ? 'Beds' : 'Rooms'}
          </ButtonLink>
        </Actions>
      </div>
      {isCounted ? (
        <details className="govuk-details">
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">
              {board.bedspaces.length} bedspaces one by one
              <span className="govuk-visually-hidden">: {name}</span>
            </span>
          </summary>
          <Bedspaces board={board} keys={keys} />
        </details>
      ) : (
        <Bedspaces board={board} keys={keys} />
      )}
      {board.bedspaces.length > 0 && (
        <p className="govuk-body tg-board__past tg-screen-only">
          <Link className="govuk-link" to={href('our-services/:serviceId/rooms/past', { serviceId })}>
            {PAST_TITLE}
            <span className="govuk-visually-hidden">: {name}</span>
          </Link>
        </p>
      )}
    </section>
  )
}

interface RoomProps {
  bedspace: BedspaceWords
  weeks: readonly string[]
  keys: Keys
}

function Bedspaces({ board, keys }: Omit<BoardProps, 'mayKeep'>) {
  return (
    <ul className="tg-rooms">
      {board.bedspaces.map(bedspace => (
        <Room key={bedspace.id} bedspace={bedspace} weeks={board.weeks} keys={keys} />
      ))}
    </ul>
  )
}

function Room({ bedspace, weeks, keys }: RoomProps) {
  const { name, about, today, later, strip, isFree } = bedspace
  return (
    <li className="tg-room">
      <div className="tg-room__name">
        {name} <span className="tg-quiet tg-room__about">{about}</span>
      </div>
      <div className="tg-room__today">
        {isFree ? (
          <Tag tone="green" sign="✓">
            {today}
          </Tag>
        ) : (
          <Tag>{today}</Tag>
        )}
        {later.length > 0 && <span className="tg-room__later">{later.join('; ')}</span>}
      </div>
      <VacancyStrip parts={strip} weeks={weeks} />
      <div className="tg-room__buttons">
        <RoomButtons bedspace={bedspace} keys={keys} />
      </div>
    </li>
  )
}

function RoomButtons({ bedspace, keys }: { bedspace: BedspaceWords; keys: Keys }) {
  const { id, name, isFree, endsClaimId, stay, movesAt, leftClaimId, isPromised, claims } = bedspace
  const idempotencyKey = keys[id]
  return (
    <>
      {isFree && (
        <PostButton
          look="link"
          values={{ intent: 'taken', bedspaceId: id, idempotencyKey }}
          about={`: ${name}, from another route`}
        >
          Taken
        </PostButton>
      )}
      {endsClaimId && (
        <PostButton
          look="link"
          values={{ intent: 'free', claimId: endsClaimId, idempotencyKey }}
          about={`: ${name}`}
        >
          Free again
        </PostButton>
      )}
      {stay && <StayButtons id={id} name={name} stay={stay} idempotencyKey={idempotencyKey} />}
      {movesAt && (
        <Link className="govuk-link" to={movesAt}>
          Moved…<span className="govuk-visually-hidden">: {name}</span>
        </Link>
      )}
      {leftClaimId && isPromised && (
        <Link className="govuk-link" to={`/vacancies/${id}/stay`}>
          Not left: still here<span className="govuk-visually-hidden">: {name}</span>
        </Link>
      )}
      {leftClaimId && !isPromised && (
        <PostButton
          look="link"
          values={{ intent: 'stays', claimId: leftClaimId, idempotencyKey }}
          about={`: ${name}`}
        >
          Not left: still here
        </PostButton>
      )}
      {claims.map(claim => (
        <ClaimLinks key={claim.id} claim={claim} name={name} />
      ))}
      <Link className="govuk-link" to={`/vacancies/${id}/void`}>
        Add a void<span className="govuk-visually-hidden">: {name}</span>
      </Link>
    </>
  )
}

/** Where a claim is changed, and the referral it belongs to. */
function ClaimLinks({ claim, name }: { claim: BedspaceWords['claims'][number]; name: string }) {
  const about = `: ${name}, ${claim.words}`
  return (
    <>
      <Link className="govuk-link" to={`/vacancies/claims/${claim.id}`}>
        Change<span className="govuk-visually-hidden">{about}</span>
      </Link>
      {claim.referralId && (
        <Link className="govuk-link" to={`/referrals/${claim.referralId}`}>
          Referral<span className="govuk-visually-hidden">{about}</span>
        </Link>
      )}
    </>
  )
}

interface StayButtonsProps {
  id: string
  name: string
  stay: StayWords
  idempotencyKey: string | undefined
}

/** Somebody is there: has left, or when she leaves. A stay by a referral ends on the referral's own page. */
function StayButtons({ id, name, stay, idempotencyKey }: StayButtonsProps) {
  return (
    <>
      {stay.referralId === null ? (
        <PostButton
          look="link"
          values={{ intent: stay.isNew ? 'not_taken' : 'left', claimId: stay.claimId, idempotencyKey }}
          about={`: ${name}`}
        >
          {stay.isNew ? 'Not taken' : 'Left today'}
        </PostButton>
      ) : (
        <Link className="govuk-link" to={`/referrals/${stay.referralId}/depart`}>
          Left<span className="govuk-visually-hidden">: {name}</span>
        </Link>
      )}
      <Link className="govuk-link" to={`/vacancies/${id}/stay`}>
        Leaving…<span className="govuk-visually-hidden">: {name}</span>
      </Link>
    </>
  )
}
