import type { SignedInViewer } from '@db/viewer'
import { authorityName } from '~/domain/area/region'
import type { DomainContext } from '~/domain/context'
import { findApplication } from '~/domain/organisation/applications.server'
import { formatInstant } from '~/domain/time/calendar'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'

/** What the page of one application shows; null where none waits. */
export async function applicationFor(app: DomainContext, viewer: SignedInViewer, id: string) {
  const found = await findApplication(app, viewer, id)
  if (found === null) return null
  const { name, kind, authorityCode, runs, applicantName, applicantEmail, applicantPhone, createdAt } = found
  return {
    name,
    rows: [
      {
        key: 'What it is',
        value: kind === 'council' ? `A council: ${authorityName(authorityCode ?? '')}` : 'A provider',
      },
      { key: 'What it runs', value: runs },
      { key: 'Who applied', value: applicantName },
      { key: 'Email', value: applicantEmail },
      { key: 'Phone', value: applicantPhone ?? 'Not stated' },
      { key: 'When', value: formatInstant(createdAt) },
    ],
    carried: { idempotencyKey: newIdempotencyKey(), version: found.version },
  }
}

export type ApplicationPage = NonNullable<Awaited<ReturnType<typeof applicationFor>>>
