/** Why somebody's access is ended. */
export const END_REASONS = {
  left: 'They have left the organisation',
  moved: 'They do other work there now',
  mistake: 'They were let in by mistake',
  security: 'Their account may be in the wrong hands',
  other: 'Another reason',
} as const

export type EndReason = keyof typeof END_REASONS

/** Of a reason that is kept; null for none. */
export function endReasonWords(reason: string | null): string | null {
  const [, words = null] = Object.entries(END_REASONS).find(([each]) => each === reason) ?? []
  return words
}
