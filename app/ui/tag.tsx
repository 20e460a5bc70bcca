import { Children, type ReactNode } from 'react'

type TagTone = 'plain' | 'green' | 'blue' | 'amber' | 'red' | 'dashed' | 'hatched'

export interface TagProps {
  tone?: TagTone
  /** Shown before the words and hidden from screen readers; a coloured tag always has one. */
  sign?: '✓' | '✕' | '?' | '~' | '→' | '!'
  children: ReactNode
}

/** A short fact in a box. Colour only repeats what sign and words say. */
export function Tag({ tone = 'plain', sign, children }: TagProps) {
  return (
    <span className={tone === 'plain' ? 'tg-tag' : `tg-tag tg-tag--${tone}`}>
      {sign && <span aria-hidden="true">{`${sign} `}</span>}
      {children}
    </span>
  )
}

/** Tags in a row that wraps; a child that is null or false takes no room, and without any there is no list. */
export function TagList({ children }: { children: ReactNode }) {
  const tags = Children.toArray(children)
  if (tags.length === 0) return null
  return (
    <ul className="tg-tags">
      {tags.map((child, index) => (
        <li key={index}>{child}</li>
      ))}
    </ul>
  )
}
