import { Link } from '@remix-run/react'

import { href } from '~/paths'
import { NoteLines } from '~/screens/entry-note/note-lines'
import { Pagination } from '~/ui/pagination'
import type { Approvals } from './facts.server'

/** The editors' queue. */
export function ApprovalsScreen({ applications, first, changed, notes, notesPaging }: Approvals) {
  return (
    <>
      <h1 className="govuk-heading-l">To approve and to look at</h1>
      <Queue title="Organisations that ask to join" none="None asks to join.">
        {applications.map(({ id, name, when }) => (
          <Waiting
            key={id}
            to={href('organisations/applications/:applicationId', { applicationId: id })}
            name={name}
          >
            {`applied ${when}`}
          </Waiting>
        ))}
      </Queue>
      <Queue title="New services, to approve" none="None waits for approval.">
        {first.map(({ id, name, provider, when }) => (
          <Waiting key={id} to={href('approvals/:serviceId', { serviceId: id })} name={name}>
            {`${provider}, sent ${when}`}
          </Waiting>
        ))}
      </Queue>
      <Queue title="Services that changed, to look at" none="None has changed since an editor last looked.">
        {changed.map(({ id, name, provider, changes }) => (
          <Waiting key={id} to={href('approvals/:serviceId', { serviceId: id })} name={name}>
            {`${provider}, ${changes} ${changes === 1 ? 'change' : 'changes'}`}
          </Waiting>
        ))}
      </Queue>
      <section aria-label="Something is wrong">
        <h2 className="govuk-heading-m">Somebody says something is wrong</h2>
        {notes.length === 0 ? (
          <p className="govuk-body">Nothing waits for an answer.</p>
        ) : (
          <NoteLines notes={notes} named />
        )}
        <Pagination
          label="Something is wrong"
          page={notesPaging.page}
          pages={notesPaging.pages}
          hrefOf={page => `${href('approvals', {})}?page=${page}`}
        />
      </section>
    </>
  )
}

function Queue({ title, none, children }: { title: string; none: string; children: JSX.Element[] }) {
  return (
    <section aria-label={title}>
      <h2 className="govuk-heading-m">{title}</h2>
      {children.length === 0 ? (
        <p className="govuk-body">{none}</p>
      ) : (
        <ul className="govuk-list govuk-list--spaced">{children}</ul>
      )}
    </section>
  )
}

function Waiting({ to, name, children }: { to: string; name: string; children: string }) {
  return (
    <li>
      <Link className="govuk-link" to={to}>
        {name}
      </Link>
      <span className="tg-quiet">, {children}</span>
    </li>
  )
}
