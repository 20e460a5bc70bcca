/** How areas are shaded by the number of results in them; always with the key, and the number itself beside. */
export const SHADES = [
  { from: 0, words: '0' },
  { from: 1, words: '1–2' },
  { from: 3, words: '3–5' },
  { from: 6, words: '6+' },
] as const

/** Which of SHADES a number of results has: 0 for none, up to 3. */
export function shadeOf(count: number): number {
  return SHADES.findLastIndex(({ from }) => count >= from)
}
