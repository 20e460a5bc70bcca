/** What is read where words were that somebody struck out, in every place of words. Safe for the browser. */

export const WORDS_STRUCK = 'These words were struck out'

/** The same inside a line of a history. */
export const OLD_WORDS_STRUCK = 'words that were struck out'

/** Words that a second form came to strike out: who did before, and when (an instant in ISO). */
export type StruckAlready = { ok: false; reason: 'struck'; by: string; at: string }

/** Words that somebody wrote, as a quotation; what stands where some were struck out is nobody's, and is said as it is. */
export function quoted(words: string): string {
  return words === WORDS_STRUCK || words === OLD_WORDS_STRUCK ? words : `“${words}”`
}

/** Who struck words out, and when. */
export interface Struck {
  by: string
  at: Date
}

/** By whom words are struck out; null of words that stand. */
export function struckNow(words: string | null, struck: Struck | null): StruckAlready | null {
  return words === WORDS_STRUCK && struck ? struckAlreadyBy(struck) : null
}

/** What a form is told that came to strike out what somebody had struck before. */
export function struckAlreadyBy({ by, at }: Struck): StruckAlready {
  return { ok: false, reason: 'struck', by, at: at.toISOString() }
}
