/** '12 answers wait to be confirmed'. */
export function waitingWords(count: number): string {
  return count === 1 ? '1 answer waits to be confirmed' : `${count} answers wait to be confirmed`
}
