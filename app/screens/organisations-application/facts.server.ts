import type { SignedInViewer } from '@db/viewer'
import type { AppConfig } from '~/config/config'
import type { DomainContext } from '~/domain/context'
import { findApplication } from '~/domain/organisation/applications.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { applicationRows, decisionRows } from './page'

/** What the page of one application shows, decided or not; null where there is none. */
export async function applicationFor(
  app: DomainContext & { config: Pick<AppConfig, 'sendsMail'> },
  viewer: SignedInViewer,
  id: string,
) {
  const found = await findApplication(app, viewer, id)
  if (found === null) return null
  const { name, names, organisationId, version } = found
  return {
    ...{ name, names, organisationId },
    rows: applicationRows(found),
    decision: decisionRows(found),
    sendsMail: app.config.sendsMail,
    carried: { idempotencyKey: newIdempotencyKey(), version },
    again: { idempotencyKey: newIdempotencyKey(), intent: 'again' },
  }
}

export type ApplicationPage = NonNullable<Awaited<ReturnType<typeof applicationFor>>>
