import { useEffect, useRef } from 'react'
import { PhoneLink } from '~/ui/phone-link'
import { vacancyWords } from './map-words'
import type { PinShown } from './pin-shown'

interface PinCardProps {
  pin: PinShown
  href: string
  onClose: () => void
}

/** What a pressed pin says. It takes the focus; Escape, wherever it is, or × closes it, and whoever opened it has the focus again. */
export function PinCard({ pin, href, onClose }: PinCardProps) {
  const card = useRef<HTMLDivElement>(null)
  useEffect(() => {
    card.current?.focus({ preventScroll: true })
    card.current?.scrollIntoView({ block: 'nearest' })
  }, [pin.id])
  useEffect(() => {
    const closeOnEscape = (event: KeyboardEvent) => event.key === 'Escape' && onClose()
    document.addEventListener('keydown', closeOnEscape)
    return () => document.removeEventListener('keydown', closeOnEscape)
  }, [onClose])
  return (
    <div ref={card} className="tg-pin-card" role="dialog" aria-labelledby="tg-pin-card-name" tabIndex={-1}>
      <p className="tg-pin-card__name" id="tg-pin-card-name">
        <img src={`/static/map/kind-${pin.group}.svg`} alt="" width="24" height="24" /> {pin.name}
      </p>
      <p className="tg-pin-card__about">
        {[pin.provider, pin.kind].join(' · ')}
        {pin.miles && (
          <>
            {' · '}
            <strong>{pin.miles}</strong>
          </>
        )}
      </p>
      {pin.vacancy && (
        <p className="tg-pin-card__about">
          <img src={`/static/map/vacancy-${pin.vacancy}.svg`} alt="" width="16" height="16" />{' '}
          {vacancyWords(pin)}
        </p>
      )}
      <p className="tg-pin-card__facts">{pin.facts}</p>
      <p className="tg-pin-card__ways">
        {pin.phone && <PhoneLink number={pin.phone} about={pin.name} />}
        <a className="govuk-link govuk-link--no-visited-state" href={href}>
          Read more<span className="govuk-visually-hidden"> about {pin.name}</span>
        </a>
      </p>
      <button type="button" className="tg-pin-card__close" aria-label="Close" onClick={onClose}>
        <span aria-hidden="true">✕</span>
      </button>
    </div>
  )
}
