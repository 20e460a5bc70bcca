import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '~/domain/context'
import { heldFields, heldValues } from '~/domain/held/held-fields'
import { type HeldTable, heldOnPerson } from '~/domain/held/held-person.server'
import { findWordsPlace, WORDS_PLACES } from '~/domain/held/words-places'
import { formatInstant } from '~/domain/time/calendar'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { href } from '~/paths'
import { standingOf } from '../administration-person/page'
import { WORDS_STRUCK } from '~/domain/words/struck'

/** Everything held on the person of a case, in words, to be read or printed; null where there is no such case for the viewer. */
export async function heldPageFor(app: DomainContext, viewer: SignedInViewer, caseId: string) {
  const held = await heldOnPerson(app, viewer, caseId)
  if (!held) return null
  const key = newIdempotencyKey()
  return {
    heldAt: formatInstant(app.clock()),
    fileHref: href('administration/person/:caseId/held.json', { caseId }),
    key,
    cases: held.cases.map(each => ({
      id: each.id,
      reference: each.reference,
      about: `${each.organisationName}, ${standingOf(each)}`,
      organisation: each.organisationName,
      auditHref: `/administration/audit?reference=${each.reference}`,
      tables: each.tables.map(table => ({
        what: table.what,
        rows: table.rows.map((row, at) => ({
          id: `${table.table} ${at}`,
          fields: heldFields(row, held.names),
          strike: strikeOf(table, row, each.id),
        })),
      })),
    })),
  }
}

export type HeldPage = NonNullable<Awaited<ReturnType<typeof heldPageFor>>>

/** The words of a row that can be struck out; null where there are none. */
function strikeOf({ table, what }: HeldTable, row: Readonly<Record<string, unknown>>, caseId: string) {
  const place = findWordsPlace(table)
  if (place === null || typeof row.id !== 'string') return null
  const words = row[WORDS_PLACES[place].column]
  return typeof words !== 'string' || words === WORDS_STRUCK
    ? null
    : { place, row: row.id, ofCase: caseId, what }
}

/** The same as one file for a machine: the name of a field in words, each row of each table. */
export async function heldFileFor(
  app: DomainContext,
  viewer: SignedInViewer,
  caseId: string,
): Promise<string | null> {
  const held = await heldOnPerson(app, viewer, caseId)
  if (!held) return null
  const cases = held.cases.map(each => ({
    reference: each.reference,
    organisation: each.organisationName,
    openedAt: each.openedAt,
    closedAt: each.closedAt,
    held: each.tables.map(({ table, what, rows }) => ({
      table,
      what,
      rows: rows.map(heldValues),
    })),
  }))
  return JSON.stringify({ heldAt: app.clock().toISOString(), cases }, null, 2)
}
