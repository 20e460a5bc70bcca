import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '~/domain/context'
import { waitingEntries } from '~/domain/entry/reviews.server'
import { openNotes } from '~/domain/entry-note/notes.server'
import { openApplications } from '~/domain/organisation/applications.server'
import { formatInstant } from '~/domain/time/calendar'
import { noteLine } from '~/screens/entry-note/page'

/** What waits for an editor: organisations that apply, first entries, and what changed since one looked. */
export async function approvalsFor(app: DomainContext, viewer: SignedInViewer, page: number) {
  const entries = await waitingEntries(app, viewer)
  const { notes, paging } = await asViewer(app.db, viewer, trx =>
    openNotes(trx, viewer, { serviceId: null, page }),
  )
  const applications = await openApplications(app, viewer)
  return {
    notes: notes.map(noteLine),
    notesPaging: paging,
    applications: applications.map(({ id, name, createdAt }) => ({
      id,
      name,
      when: formatInstant(createdAt),
    })),
    first: entries.flatMap(({ id, name, provider, submittedAt }) =>
      submittedAt === null ? [] : [{ id, name, provider, when: formatInstant(submittedAt) }],
    ),
    changed: entries.flatMap(({ id, name, provider, submittedAt, changes }) =>
      submittedAt === null ? [{ id, name, provider, changes }] : [],
    ),
  }
}

export type Approvals = Awaited<ReturnType<typeof approvalsFor>>
