import { type AppLoadContext, data } from '@remix-run/node'
import { z } from 'zod'
import type { SignedInViewer } from '@db/viewer'
import { type ImportCode, isImportCode, mayImport } from '~/domain/import/import-kinds'
import { applyImport, previewImport } from '~/domain/import/imports.server'
import type { Previewed } from '~/domain/sheet/importer.server'
import { redirectSaying } from '~/http/message.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'
import { parseForm } from '~/http/parse-form.server'
import { notFound } from '~/http/respond.server'
import { href } from '~/paths'
import { appliedWords, type ImportPreview, importPreview, NOT_TAKEN, wrongLines } from './page'

/** What came of a file that was sent: what is wrong line by line, or what it would change and the file to be taken over. */
export interface ImportAnswer {
  wrong: string[]
  preview: ImportPreview | null
  text: string
  idempotencyKey: string
}

const importForm = z.object({
  change: z.enum(['read', 'apply']),
  file: z.string().default(''),
  seen: z.string().max(100).default(''),
})

/** The kind an address names. @throws the page that is not there, for any other and for one that is not the viewer's */
export function importFrom(viewer: SignedInViewer, text: string | undefined): ImportCode {
  if (!isImportCode(text) || !mayImport(viewer, text)) throw notFound()
  return text
}

/** Shows what a file would change, or takes all of it over. */
export async function takeFile(
  context: AppLoadContext,
  viewer: SignedInViewer,
  what: ImportCode,
  request: Request,
) {
  const form = await parseForm(request, importForm, { secretFields: ['file'] })
  if (!form.ok || form.value.file === '') return answer({ wrong: [NOT_TAKEN.no_file] }, 422)
  const { change, file: text, seen } = form.value
  if (change === 'read') {
    const preview = await previewImport(context, viewer, { what, text })
    if (!preview) throw notFound()
    return shown(preview, text)
  }
  const fingerprint = `${form.sent.fingerprint} ${text}`
  const sent = { key: form.sent.key, fingerprint }
  const result = await applyImport(context, viewer, { what, text, seen }, sent)
  if (result.ok) return redirectSaying(context, href('imports', {}), appliedWords(result.changed))
  if (result.reason === 'not_found') throw notFound()
  if (result.reason === 'different') return answer({ wrong: [NOT_TAKEN.different] }, 422)
  return shown(result.preview, text, NOT_TAKEN.stale)
}

function shown(preview: Previewed, text: string, problem?: string) {
  if (!preview.ok) return answer({ wrong: wrongLines(preview.wrong) }, 422)
  const wrong = problem === undefined ? [] : [problem]
  return answer({ wrong, preview: importPreview(preview), text }, problem === undefined ? 200 : 409)
}

function answer(of: Partial<ImportAnswer>, status: number) {
  const nothing = { wrong: [], preview: null, text: '', idempotencyKey: newIdempotencyKey() }
  return data<ImportAnswer>({ ...nothing, ...of }, { status })
}
