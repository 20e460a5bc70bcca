import { Link } from '@remix-run/react'

import { PAST_TITLE } from '~/domain/vacancy/vacancy'
import { href } from '~/paths'
import { EmptyState } from '~/ui/card'
import { Actions, ButtonLink } from '~/ui/form/button'
import { PostButton } from '~/ui/form/post-button'
import { BackLink } from '~/ui/page/breadcrumbs'
import { PrintLink } from '~/ui/page/print-link'
import { Tag } from '~/ui/tag'
import type { RoomsShown } from './facts.server'
import type { RoomWords } from './page'

/** A service's rooms: what each is, whether it is in use, and where to change it. */
export function RoomsScreen(page: RoomsShown) {
  const { serviceId, name, rooms, closed, isCounted, isOwn } = page
  const below = `/our-services/${serviceId}/rooms`
  return (
    <>
      {isOwn ? (
        <BackLink to="/vacancies">Back to your vacancies</BackLink>
      ) : (
        <BackLink to={href('our-services/:serviceId', { serviceId })}>Back to the entry</BackLink>
      )}
      <PrintLink />
      <span className="govuk-caption-l">{isOwn ? name : `${name}, a house of ${page.provider}`}</span>
      <h1 className="govuk-heading-l">{isCounted ? 'Beds' : 'Rooms'}</h1>
      {isCounted ? (
        <Counted below={below} beds={rooms.length} isOwn={isOwn} />
      ) : (
        <Listed below={below} {...page} />
      )}
      {closed.length > 0 && <Closed rooms={closed} keys={page.keys} />}
    </>
  )
}

type ListedProps = { below: string } & Pick<RoomsShown, 'rooms' | 'keys' | 'isOwn'>

function Listed({ below, rooms, keys, isOwn }: ListedProps) {
  return (
    <>
      {!isOwn && <ToldToProvider />}
      <Keeping below={below} isEmpty={rooms.length === 0} />
      {isOwn && <WhatIsOver below={below} />}
      {rooms.length === 0 && (
        <EmptyState title="No room is listed yet">
          <p className="govuk-body">
            Add the rooms that people can be referred to. Referrers see how many are free as soon as{' '}
            {isOwn ? 'you confirm' : 'its provider confirms'} them.
          </p>
        </EmptyState>
      )}
      <ul className="tg-rooms">
        {rooms.map((room, index) => (
          <li key={room.id} className="tg-room">
            <RoomFactsShown room={room} />
            <div className="tg-room__buttons">
              <Link className="govuk-link" to={`/vacancies/${room.id}/room`}>
                Change<span className="govuk-visually-hidden"> {room.name}</span>
              </Link>
              <CloseOrKeep room={room} keys={keys} />
              {index > 0 && (
                <Tap intent="up" room={room} keys={keys}>
                  Move up
                </Tap>
              )}
              {index < rooms.length - 1 && (
                <Tap intent="down" room={room} keys={keys}>
                  Move down
                </Tap>
              )}
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

function Keeping({ below, isEmpty }: { below: string; isEmpty: boolean }) {
  return (
    <Actions>
      <ButtonLink to={`${below}/add`}>Add rooms</ButtonLink>
      {isEmpty ? (
        <ButtonLink look="secondary" to={`${below}/beds`}>
          Keep a count, and list no rooms
        </ButtonLink>
      ) : (
        <ButtonLink look="secondary" to={`${below}/count`}>
          Keep a count instead
        </ButtonLink>
      )}
    </Actions>
  )
}

/** To who keeps its vacancies: who had a room, and when it could not be used. */
function WhatIsOver({ below }: { below: string }) {
  return (
    <p className="govuk-body tg-screen-only">
      <Link className="govuk-link" to={`${below}/past`}>
        {PAST_TITLE}
      </Link>
    </p>
  )
}

/** To an editor. */
function ToldToProvider() {
  return (
    <p className="govuk-body">
      You keep the rooms of this service for its provider, who is told of it. Who has a room, and whether it
      is free, the provider alone says.
    </p>
  )
}

function CloseOrKeep({ room, keys }: Pick<TapProps, 'room' | 'keys'>) {
  if (room.closes)
    return (
      <Tap intent="reopen" room={room} keys={keys}>
        Keep it open
      </Tap>
    )
  return (
    <Link className="govuk-link" to={`/vacancies/${room.id}/close`}>
      Close<span className="govuk-visually-hidden"> {room.name}</span>
    </Link>
  )
}

function Counted({ below, beds, isOwn }: { below: string; beds: number; isOwn: boolean }) {
  return (
    <>
      <p className="tg-lede">
        This service keeps a count of {beds} {beds === 1 ? 'bed' : 'beds'}, and lists no rooms.
      </p>
      {!isOwn && <ToldToProvider />}
      <Actions>
        <ButtonLink to={`${below}/beds`}>Change how many beds there are</ButtonLink>
        <ButtonLink look="secondary" to={`${below}/names`}>
          List the rooms instead
        </ButtonLink>
      </Actions>
      {isOwn && <WhatIsOver below={below} />}
    </>
  )
}

function Closed({ rooms, keys }: { rooms: readonly RoomWords[] } & Pick<RoomsShown, 'keys'>) {
  return (
    <>
      <h2 className="govuk-heading-m">Closed</h2>
      <ul className="tg-rooms">
        {rooms.map(room => (
          <li key={room.id} className="tg-room">
            <RoomFactsShown room={room} />
            <div className="tg-room__buttons">
              <Tap intent="reopen" room={room} keys={keys}>
                Reopen
              </Tap>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

function RoomFactsShown({ room }: { room: RoomWords }) {
  return (
    <>
      <div className="tg-room__name">
        {room.name} <span className="tg-quiet tg-room__about">{room.facts}</span>
      </div>
      <div className="tg-room__today">
        {room.isFree ? (
          <Tag tone="green" sign="✓">
            {room.today}
          </Tag>
        ) : (
          <Tag>{room.today}</Tag>
        )}
        {room.closes && <span className="tg-room__later">{room.closes}</span>}
      </div>
      <div className="tg-room__note">{room.note}</div>
    </>
  )
}

interface TapProps {
  intent: 'up' | 'down' | 'reopen'
  room: RoomWords
  keys: RoomsShown['keys']
  children: string
}

function Tap({ intent, room, keys, children }: TapProps) {
  return (
    <PostButton
      look="link"
      values={{ intent, bedspaceId: room.id, idempotencyKey: keys[room.id] }}
      about={`: ${room.name}`}
    >
      {children}
    </PostButton>
  )
}
