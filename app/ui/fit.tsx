import { classNames } from './class-names'
import { Tag, type TagProps } from './tag'

/** The four answers of the eligibility decision as a screen says them. */
export type Fit = 'fits' | 'ask' | 'discuss' | 'does-not-fit'

interface FitLook extends Pick<TagProps, 'tone' | 'sign'> {
  words: string
}

const LOOK: Record<Fit, FitLook> = {
  fits: { words: 'Fits', tone: 'green', sign: '✓' },
  ask: { words: 'Ask', tone: 'dashed', sign: '?' },
  discuss: { words: 'Discuss', tone: 'amber', sign: '~' },
  'does-not-fit': { words: 'Does not fit', tone: 'red', sign: '✕' },
}

export interface Reason {
  fit: Fit
  text: string
  /** Left out on paper: a print carries no more than triage may read. */
  onScreenOnly?: boolean
}

/** Fits, Ask, Discuss or Does not fit; other words of the same meaning may be given. */
export function FitTag({ fit, children }: { fit: Fit; children?: string }) {
  const { words, tone, sign } = LOOK[fit]
  return (
    <Tag tone={tone} sign={sign}>
      {children ?? words}
    </Tag>
  )
}

/** Why a service fits or does not, a line each: the sign for those who see it, the word for those who hear it. */
export function ReasonList({ reasons }: { reasons: readonly Reason[] }) {
  return (
    <ul className="tg-reasons">
      {reasons.map(reason => (
        <li
          key={`${reason.fit} ${reason.text}`}
          className={classNames('tg-reasons__item', reason.onScreenOnly && 'tg-screen-only')}
        >
          <span className={`tg-reasons__sign tg-reasons__sign--${reason.fit}`} aria-hidden="true">
            {LOOK[reason.fit].sign}
          </span>
          <span>
            <span className="govuk-visually-hidden">{LOOK[reason.fit].words}: </span>
            {reason.text}
          </span>
        </li>
      ))}
    </ul>
  )
}
