/** Which places start hidden: refuges, and what is for women who were abused (product.md, "Confidential sites"). Safe for the browser. */

/** True for answers by which a new entry's places are hidden until an editor has decided with the provider. */
export function startsHidden({ kind, pathways }: Readonly<Record<string, unknown>>): boolean {
  return kind === 'refuge' || (Array.isArray(pathways) && pathways.includes('abuse'))
}
