import type { ReactNode } from 'react'

import { classNames } from './class-names'

export interface CardProps {
  title?: string
  /** Of the title; 2 unless the card stands under an h2. */
  level?: 2 | 3
  children: ReactNode
}

/** A box for what belongs together and apart from the rest. */
export function Card(props: CardProps) {
  return <Box {...props} look="tg-card" />
}

/** The box that asks for a decision: 'What next?', 'Is this still right?'. Nothing is pressed on paper: it is printed where it says more. */
export function ActionCard({ isPrinted = false, ...props }: CardProps & { isPrinted?: boolean }) {
  return <Box {...props} look={classNames('tg-card tg-card--action', !isPrinted && 'tg-screen-only')} />
}

/** A limit or a warning in a coloured box, in words that say what to do by when. */
export function NoticeCard(props: CardProps) {
  return <Box {...props} look="tg-card tg-card--notice" />
}

/** Nothing to show, and what to do about it. */
export function EmptyState({ title, level = 2, children }: CardProps & { title: string }) {
  return (
    <div className="tg-empty">
      <Title level={level} look="govuk-heading-m">
        {title}
      </Title>
      {children}
    </div>
  )
}

function Box({ title, level = 2, children, look }: CardProps & { look: string }) {
  return (
    <div className={look}>
      {title && (
        <Title level={level} look="tg-card__title">
          {title}
        </Title>
      )}
      {children}
    </div>
  )
}

function Title({ level, look, children }: { level: 2 | 3; look: string; children: string }) {
  return level === 2 ? <h2 className={look}>{children}</h2> : <h3 className={look}>{children}</h3>
}
