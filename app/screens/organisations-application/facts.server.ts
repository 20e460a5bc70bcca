import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { AppConfig } from '~/config/config'
import type { DomainContext } from '~/domain/context'
import { findApplication } from '~/domain/organisation/applications.server'
import { mayStrikeOld } from '~/domain/record-change/old-words'
import { recordChanges } from '~/domain/record-change/record-changes.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { historyLines } from '~/screens/record-history/history-lines'
import { applicationRows, decisionRows, startOf } from './page'

/** What the page of one application shows, decided or not; null where there is none. */
export async function applicationFor(
  app: DomainContext & { config: Pick<AppConfig, 'sendsMail'> },
  viewer: SignedInViewer,
  id: string,
) {
  const found = await findApplication(app, viewer, id)
  if (found === null) return null
  const { name, names, organisationId, version } = found
  const changes = await asViewer(app.db, viewer, trx => recordChanges(trx, { applicationId: id }))
  return {
    ...{ name, names, organisationId },
    rows: applicationRows(found),
    decision: decisionRows(found),
    sendsMail: app.config.sendsMail,
    carried: { idempotencyKey: newIdempotencyKey(), version },
    start: startOf(found),
    correcting: { idempotencyKey: newIdempotencyKey(), version, intent: 'correct' },
    changes: historyLines(changes, table => mayStrikeOld(viewer, { table, whose: null })),
    striking: { idempotencyKey: newIdempotencyKey() },
    again: { idempotencyKey: newIdempotencyKey(), intent: 'again' },
  }
}

export type ApplicationPage = NonNullable<Awaited<ReturnType<typeof applicationFor>>>
