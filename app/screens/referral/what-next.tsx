import type { ReferralButton } from '~/screens/referral/buttons'
import type { ReferralScreen } from '~/screens/referral/page'
import { ActionCard } from '~/ui/card'
import { Actions, ButtonLink } from '~/ui/form/button'
import { PostButton } from '~/ui/form/post-button'

/** What this viewer may do now: from the lifecycle's table, one button an event. Nothing where there is nothing to do. */
export function WhatNext({
  screen,
  keys,
}: {
  screen: ReferralScreen
  keys: Readonly<Record<string, string>>
}) {
  const { buttons, noShowFrom } = screen
  if (buttons.length === 0) return null
  return (
    <ActionCard title="What next?">
      <Actions stacked>
        {buttons.map(button => (
          <EventButton
            key={button.event}
            button={button}
            screen={screen}
            idempotencyKey={keys[button.event]}
          />
        ))}
      </Actions>
      {noShowFrom && <p className="tg-quiet govuk-body-s">A no-show can be recorded from {noShowFrom}.</p>}
    </ActionCard>
  )
}

function EventButton({
  button: { path, text, isOneTap, hint, look },
  screen: { id, carried },
  idempotencyKey,
}: {
  button: ReferralButton
  screen: ReferralScreen
  idempotencyKey: string | undefined
}) {
  const address = `/referrals/${id}/${path}`
  if (!isOneTap) {
    return (
      <ButtonLink to={address} look={look}>
        {text}
      </ButtonLink>
    )
  }
  return (
    <div>
      <PostButton action={address} look={look} values={{ idempotencyKey, ...carried }}>
        {text}
      </PostButton>
      <p className="tg-quiet tg-actions__hint">{hint}</p>
    </div>
  )
}
