import { type FormRequest, once } from '@db/idempotency'
import type { SignedInViewer } from '@db/viewer'
import { asViewer } from '@db/viewer-transaction'
import { recordAudit } from '../audit/record-audit.server'
import type { DomainContext } from '../context'
import { entrySheet } from '../entry/entry-sheet.server'
import { policySheet } from '../policy/policy-sheet.server'
import { roomSheet } from '../vacancy/rooms/room-sheet.server'
import type { Importer, Previewed } from '../sheet/importer.server'
import { mayImport, type ImportCode } from './import-kinds'

const IMPORTERS: Readonly<Record<ImportCode, Importer>> = {
  services: entrySheet,
  policies: policySheet,
  rooms: roomSheet,
}

/** 'shown_anew': what the file changes is no longer what the page showed, or is wrong now. */
export type ImportResult =
  | { ok: true; changed: number }
  | { ok: false; reason: 'not_found' }
  | { ok: false; reason: 'different' }
  | { ok: false; reason: 'shown_anew'; preview: Previewed }

interface SentFile {
  what: ImportCode
  text: string
}

export function importHeadings(what: ImportCode): readonly string[] {
  return IMPORTERS[what].headings
}

/** What is kept, as a file that can come in again; null where the viewer may not import such. */
export async function exportFile(
  app: DomainContext,
  viewer: SignedInViewer,
  what: ImportCode,
): Promise<string | null> {
  if (!mayImport(viewer, what)) return null
  return asViewer(app.db, viewer, trx => IMPORTERS[what].file({ trx, viewer, now: app.clock() }))
}

/** What a file would change, line by line, or every line that is wrong. Nothing is written. */
export async function previewImport(
  app: DomainContext,
  viewer: SignedInViewer,
  { what, text }: SentFile,
): Promise<Previewed | null> {
  if (!mayImport(viewer, what)) return null
  const read = IMPORTERS[what].read(text)
  if (!read.ok) return read
  const now = app.clock()
  return asViewer(app.db, viewer, trx => IMPORTERS[what].preview({ trx, viewer, now }, read.rows))
}

/** Takes over a whole file as the page showed it, or nothing; once for one form. */
export async function applyImport(
  app: DomainContext,
  viewer: SignedInViewer,
  { what, text, seen }: SentFile & { seen: string },
  request: FormRequest,
): Promise<ImportResult> {
  if (!mayImport(viewer, what)) return { ok: false, reason: 'not_found' }
  const read = IMPORTERS[what].read(text)
  if (!read.ok) return { ok: false, reason: 'shown_anew', preview: read }
  const work = { viewer, now: app.clock() }
  let preview: Previewed | null = null
  const result = await asViewer(app.db, viewer, trx =>
    once(trx, viewer, request, async () => {
      const done = await IMPORTERS[what].apply({ trx, ...work }, read.rows, seen)
      preview = done
      if (!done.ok || !done.isApplied) return { ok: false, changed: 0 }
      const changed = done.lines.filter(({ isNew, changes }) => isNew || changes.length > 0).length
      const detail = { what, changed }
      await recordAudit(trx, viewer, {
        action: 'import.apply',
        subjectKind: 'service',
        subjectId: null,
        detail,
      })
      return { ok: true, changed }
    }),
  )
  if (result.kind === 'different') return { ok: false, reason: 'different' }
  if (result.answer.ok) return { ok: true, changed: result.answer.changed }
  if (preview === null) throw new Error('An import that was refused says why')
  return { ok: false, reason: 'shown_anew', preview }
}
