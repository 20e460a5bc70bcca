/** Why an organisation that applied is refused, as whoever applied reads it: no word typed by anybody goes by email. */
export const REFUSAL_REASONS = {
  not_here: 'It works in none of the 12 authorities and 7 prisons of North East England.',
  not_this:
    'What it does is not what Throughgate holds: housing and family support for people leaving prison.',
  here_already: 'It is on Throughgate already: a colleague there, its manager, can invite you.',
  not_reached: 'We could not reach you to be sure who asks.',
  other: 'The reason is better said than written: the editor rings you, or write to the regional team.',
} as const

export type RefusalReason = keyof typeof REFUSAL_REASONS

export const REFUSAL_CODES = Object.keys(REFUSAL_REASONS) as [RefusalReason, ...RefusalReason[]]

/** Of a code that is kept; null for none. */
export function refusalWords(code: string | null): string | null {
  const known = REFUSAL_CODES.find(each => each === code)
  return known === undefined ? null : REFUSAL_REASONS[known]
}
