import { type ReactNode, useEffect, useRef } from 'react'

export interface NotificationBannerProps {
  kind?: 'important' | 'success'
  heading: string
  children?: ReactNode
}

/** What has just happened ('success': takes the focus) or what everyone on this page must know ('important'). */
export function NotificationBanner({ kind = 'important', heading, children }: NotificationBannerProps) {
  const box = useRef<HTMLDivElement>(null)
  const succeeded = kind === 'success'
  useEffect(() => {
    if (succeeded) box.current?.focus()
  }, [succeeded, heading])
  return (
    <div
      className={`govuk-notification-banner${succeeded ? ' govuk-notification-banner--success' : ''}`}
      ref={box}
      tabIndex={succeeded ? -1 : undefined}
      role={succeeded ? 'alert' : 'region'}
      aria-labelledby={`banner-${kind}`}
    >
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id={`banner-${kind}`}>
          {succeeded ? 'Done' : 'Important'}
        </h2>
      </div>
      <div className="govuk-notification-banner__content">
        <p className="govuk-notification-banner__heading">{heading}</p>
        {children}
      </div>
    </div>
  )
}
