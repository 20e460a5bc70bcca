/** Text for a mail header: no line end in it can start another header. */
export function oneLine(text: string): string {
  return text.replace(/[\r\n\u0085\u2028\u2029]+/g, ' ').trim()
}
