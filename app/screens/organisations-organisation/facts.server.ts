import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import type { DomainContext } from '~/domain/context'
import { isEditor } from '~/domain/entry/keeper'
import { sayField, typedField } from '~/domain/entry/say-field'
import { ORGANISATION_KINDS, OWN_FIELDS, REGION_FIELDS } from '~/domain/organisation/organisation-fields'
import { applicationOf } from '~/domain/organisation/applications.server'
import { findOrganisation, keptOpen } from '~/domain/organisation/organisations.server'
import { mayStrikeOld } from '~/domain/record-change/old-words'
import { recordChanges } from '~/domain/record-change/record-changes.server'
import { labelOf } from '~/domain/words/codes'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { href } from '~/paths'
import { applicantRows } from '~/screens/organisations-application/page'
import { historyLines } from '~/screens/record-history/history-lines'
import { keptOpenWords } from './page'

/** The questions of an organisation that a viewer answers. */
export function organisationFields(viewer: SignedInViewer) {
  return isEditor(viewer) ? [...OWN_FIELDS, ...REGION_FIELDS] : OWN_FIELDS
}

/** What the page of one organisation shows; null where the viewer does not keep it. */
export async function organisationFor(app: DomainContext, viewer: SignedInViewer, id: string) {
  const found = await findOrganisation(app, viewer, id)
  if (found === null) return null
  const fields = organisationFields(viewer)
  const keptOf = (name: string) => found[name as keyof typeof found]
  const changes = await asViewer(app.db, viewer, trx => recordChanges(trx, { organisationId: id }))
  const applied = isEditor(viewer) ? await applicationOf(app, viewer, id) : null
  const inTheWay = isEditor(viewer) ? await keptOpen(app, viewer, id) : null
  return {
    application: applied && {
      to: href('organisations/applications/:applicationId', { applicationId: applied.id }),
      rows: applicantRows(applied),
    },
    keptOpen: inTheWay && keptOpenWords(inTheWay),
    ...{ id, name: found.name, kind: labelOf(ORGANISATION_KINDS, found.kind), fields },
    ...{ isClosed: found.closedAt !== null, mayClose: isEditor(viewer) },
    start: Object.fromEntries(fields.map(field => [field.name, typedField(field, keptOf(field.name))])),
    now: fields.map(field => ({ key: field.label, value: sayField(field, keptOf(field.name)) })),
    changes: historyLines(changes, table => mayStrikeOld(viewer, { table, whose: id })),
    striking: { idempotencyKey: newIdempotencyKey() },
    carried: { idempotencyKey: newIdempotencyKey(), version: found.version },
    closing: { idempotencyKey: newIdempotencyKey(), version: found.version },
  }
}

export type OrganisationPage = NonNullable<Awaited<ReturnType<typeof organisationFor>>>
