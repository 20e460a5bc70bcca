import { Link } from '@remix-run/react'

import { href } from '~/paths'
import { Tag, type TagProps } from '~/ui/tag'
import type { NoteLine } from './page'
import { inSentence } from '~/domain/words/english'

const LOOK: Readonly<Record<NoteLine['standing'], Pick<TagProps, 'tone' | 'sign'>>> = {
  open: { tone: 'amber', sign: '?' },
  answered: { tone: 'green', sign: '✓' },
  taken_back: {},
}

/** Notes about entries under each other, each with the way to its page. */
export function NoteLines({ notes, named = false }: { notes: readonly NoteLine[]; named?: boolean }) {
  return (
    <ul className="tg-lines">
      {notes.map(note => (
        <li key={note.id} className="tg-line">
          <div className="tg-line__what">
            <Link
              className="govuk-link govuk-link--no-visited-state tg-line__title"
              to={href('entry-notes/:noteId', { noteId: note.id })}
            >
              {named ? `${note.serviceName}: ${inSentence(note.kind)}` : note.kind}
            </Link>
            {note.words && <p className="govuk-body">{note.words}</p>}
            <p className="tg-quiet">
              {note.from}, {note.when}
            </p>
          </div>
          <div className="tg-line__standing">
            <Tag {...LOOK[note.standing]}>{note.standingWords}</Tag>
          </div>
        </li>
      ))}
    </ul>
  )
}
