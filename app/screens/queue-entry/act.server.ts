import type { z } from 'zod'
import type { SignedInViewer } from '@db/viewer'
import type { DomainContext } from '~/domain/context'
import { answerOfficer, type CoordinateResult, takeFromQueue } from '~/domain/nobody-fits/coordinate.server'
import type { coordinatorSchema } from '~/domain/nobody-fits/nobody-fits'
import { strikeWords, type StrikeWordsResult } from '~/domain/held/strike-words.server'
import type { ParsedForm } from '~/http/parse-form.server'
import type { QUEUE_DONE } from './page'

interface Done {
  ok: true
  to: string
  done: keyof typeof QUEUE_DONE
}

/** Does what the coordinator's form says, and where that leads. */
export async function coordinate(
  app: DomainContext,
  viewer: SignedInViewer,
  caseId: string,
  { value: { change, outcome, note, row }, sent }: ParsedForm<z.output<typeof coordinatorSchema>>,
): Promise<Done | Extract<CoordinateResult | StrikeWordsResult, { ok: false }>> {
  const here = `/queue/${caseId}`
  if (change === 'strike' && row !== null) {
    const words = { caseId, place: 'nobody_fits_answer', row } as const
    const result = await strikeWords(app, viewer, words, sent)
    return result.ok ? { ok: true, to: here, done: 'struck' } : result
  }
  if (change !== 'answer' || outcome === null) {
    const result = await takeFromQueue(app, viewer, caseId, sent)
    return result.ok ? { ok: true, to: here, done: 'taken' } : result
  }
  const result = await answerOfficer(app, viewer, { caseId, outcome, note: note ?? '' }, sent)
  if (!result.ok) return result
  return outcome === 'still_looking'
    ? { ok: true, to: here, done: 'kept' }
    : { ok: true, to: '/queue', done: 'ended' }
}
