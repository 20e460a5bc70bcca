/**
 * Which places start hidden: refuges, what is for women who were abused, and what takes women only (product.md, "Confidential sites").
 * Safe for the browser.
 */

/** True for what is said of a service by which its places are hidden until an editor has decided with the provider. */
export function startsHidden({ kind, pathways, sex }: Readonly<Record<string, unknown>>): boolean {
  return kind === 'refuge' || (Array.isArray(pathways) && pathways.includes('abuse')) || sex === 'women'
}
