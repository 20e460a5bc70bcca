import { classNames } from '~/ui/class-names'
import { NoteLink } from './note-link'
import type { LeadFigure } from './lead-figures.server'

/** The figures a page begins with, each in a sentence, with its footnote. */
export function LeadFigures({ leads, beside }: { leads: readonly LeadFigure[]; beside?: string }) {
  return (
    <ul className="tg-figures">
      {leads.map(lead => (
        <li key={lead.measure} className={classNames('tg-figure', lead.grey !== null && 'tg-figure--grey')}>
          <p className="tg-figure__number">
            <span className="tg-figure__big">{lead.number}</span> of {lead.of}
          </p>
          <p className="tg-figure__sentence">
            {lead.sentence}
            {lead.unknown && <>; {lead.unknown}</>}. <NoteLink measure={lead.measure} />
          </p>
          {lead.grey && <p className="tg-figure__sentence">Shown in grey: {lead.grey}.</p>}
          {lead.beside && (
            <p className="tg-figure__region">
              {beside && <strong>{beside} </strong>}
              {lead.beside}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
