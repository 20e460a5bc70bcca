/** Safe for the browser. */

/** A name without what people write now so, now so: case, accents, spaces, punctuation, and "&" for "and". */
export function foldedName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** The names that are the same as `name` but for how they are written. */
export function sameNames(name: string, names: readonly string[]): string[] {
  const folded = foldedName(name)
  return folded === '' ? [] : names.filter(each => foldedName(each) === folded)
}
