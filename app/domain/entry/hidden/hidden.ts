/**
 * Which places start hidden: refuges, what is for women who were abused, and what takes women only (product.md, "Confidential sites").
 * Safe for the browser.
 */

export type HidingReason = 'refuge' | 'abuse' | 'women'

type Said = Readonly<Record<string, unknown>>

const REASONS: Readonly<Record<HidingReason, (said: Said) => boolean>> = {
  refuge: ({ kind }) => kind === 'refuge',
  abuse: ({ pathways }) => Array.isArray(pathways) && pathways.includes('abuse'),
  women: ({ sex }) => sex === 'women',
}

/** By what of that which is said of a service its places are hidden until an editor has decided with the provider. */
export function hidingReasons(said: Said): HidingReason[] {
  return (Object.keys(REASONS) as HidingReason[]).filter(reason => REASONS[reason](said))
}

/** True where there is one. */
export function startsHidden(said: Said): boolean {
  return hidingReasons(said).length > 0
}
