/** How many recovery codes somebody has left, in words. */
export function codesWords(codes: { unused: number } | null): string {
  if (codes === null) return 'You have no recovery codes'
  if (codes.unused === 0) return 'You have used all of your recovery codes'
  return codes.unused === 1 ? '1 recovery code is left' : `${codes.unused} recovery codes are left`
}
