import { href } from '~/paths'
import type { Footnote } from './footnotes-of'

/** What the figures of a page are, and how they are kept from giving a woman away. */
export function Footnotes({ notes }: { notes: readonly Footnote[] }) {
  return (
    <section className="tg-footnotes" aria-label="How these figures are defined">
      {notes.map(({ id, name, definition }) => (
        <p key={id} id={`note-${id}`}>
          <strong>{id === name ? name : `${id} ${name}`}.</strong> {definition}
        </p>
      ))}
      <p>
        A woman released twice is counted twice. Women are counted to the nearest 5, totals too, so parts may
        not add up. “Fewer than 5” includes none. Percentages are worked out from these published counts.{' '}
        <a className="govuk-link" href={href('unmet-need/methods', {})}>
          Methods and limits
        </a>
      </p>
    </section>
  )
}
