import type { z } from 'zod'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '~/domain/context'
import { correctEnd } from '~/domain/nobody-fits/correct-end.server'
import type { nobodyFitsSchema } from '~/domain/nobody-fits/nobody-fits'
import { type NobodyFitsResult, sendNobodyFits, takeBack } from '~/domain/nobody-fits/send.server'
import type { ParsedForm } from '~/http/parse-form.server'
import { NOBODY_FITS_DONE } from './page'

type Form = ParsedForm<z.output<typeof nobodyFitsSchema>>
type Done = { ok: true; says: string }
type Unanswered = { ok: false; reason: 'unanswered'; field: 'agreed' | 'why' }

/** Puts the case into the queue, or down as need alone, or takes it back, as the form says. */
export async function nobodyFits(
  app: DomainContext,
  viewer: SignedInViewer,
  caseId: string,
  { value: { change, agreed, why, sureOf, ...ended }, sent }: Form,
): Promise<Done | Unanswered | Extract<NobodyFitsResult, { ok: false }>> {
  if (change === 'correct') {
    if (why === null) return { ok: false, reason: 'unanswered', field: 'why' }
    const result = await correctEnd(app, viewer, { ...ended, endedAs: why }, sent)
    return result.ok ? { ok: true, says: NOBODY_FITS_DONE.correct } : result
  }
  if (change === 'take_back') {
    if (why === null) return { ok: false, reason: 'unanswered', field: 'why' }
    const result = await takeBack(app, viewer, { caseId, why }, sent)
    return result.ok ? { ok: true, says: NOBODY_FITS_DONE.take_back } : result
  }
  if (agreed === null) return { ok: false, reason: 'unanswered', field: 'agreed' }
  const result = await sendNobodyFits(app, viewer, { caseId, agreed, sureOf }, sent)
  return result.ok ? { ok: true, says: NOBODY_FITS_DONE[agreed] } : result
}
