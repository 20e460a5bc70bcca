import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '~/domain/context'
import { waitingEntries } from '~/domain/entry/reviews.server'
import { openApplications } from '~/domain/organisation/applications.server'
import { formatInstant } from '~/domain/time/calendar'

/** What waits for an editor: organisations that apply, first entries, and what changed since one looked. */
export async function approvalsFor(app: DomainContext, viewer: SignedInViewer) {
  const entries = await waitingEntries(app, viewer)
  const applications = await openApplications(app, viewer)
  return {
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
