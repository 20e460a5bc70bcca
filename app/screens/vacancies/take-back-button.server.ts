import type { VacancyResult } from '~/domain/vacancy/vacancy-result'
import type { MessageButton } from '~/http/message.server'
import { newIdempotencyKey } from '~/http/new-idempotency-key.server'

/** The one tap that takes back what was just done to claims; none where it changed none. */
export function takeBackButton(
  { act }: Extract<VacancyResult, { ok: true }>,
  backTo: 'today' | 'vacancies' = 'vacancies',
): MessageButton | undefined {
  if (act === undefined) return undefined
  const values = { intent: 'take_back', act, backTo, idempotencyKey: newIdempotencyKey() }
  return { text: 'Take back', action: '/vacancies', values }
}
