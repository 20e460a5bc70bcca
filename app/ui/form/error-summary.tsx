import { useEffect, useRef } from 'react'

import type { ErrorItem } from './form-errors'

/**
 * What is wrong with the form, at the top of the page, each line a link to its field. Nothing when there is nothing.
 * It takes the focus when it appears; without JavaScript `role=alert` and its place at the top do that work.
 */
export function ErrorSummary({
  items,
  title = 'There is a problem',
}: {
  items: readonly ErrorItem[]
  title?: string
}) {
  const box = useRef<HTMLDivElement>(null)
  const wrong = items.length > 0
  // On appearing only: a line that changes while somebody types must not take the focus from the field.
  useEffect(() => {
    if (!wrong) return
    box.current?.focus()
    if (!document.title.startsWith('Error: ')) document.title = `Error: ${document.title}`
  }, [wrong])
  if (!wrong) return null
  return (
    <div className="govuk-error-summary" ref={box} tabIndex={-1}>
      <div role="alert">
        <h2 className="govuk-error-summary__title">{title}</h2>
        <div className="govuk-error-summary__body">
          <ul className="govuk-list govuk-error-summary__list">
            {items.map(item => (
              <li key={`${item.fieldId ?? ''} ${item.text}`}>
                {item.fieldId ? <a href={`#${item.fieldId}`}>{item.text}</a> : <span>{item.text}</span>}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
}
