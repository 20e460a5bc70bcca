/** Facts with dots between them, no line of which begins with a dot: it stays beside the word before it. */
export function keepDots(words: string): string {
  return words.replaceAll(' · ', '\u00a0· ')
}
