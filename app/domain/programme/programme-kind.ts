/** Kinds of service that are programmes. Safe for the browser. */
const PROGRAMME_KINDS: readonly string[] = ['family_support', 'parenting_programme', 'visitors_centre']

/** True for a kind of service one takes part in: nobody lives there, and it has no rooms. */
export function isProgrammeKind(kind: string): boolean {
  return PROGRAMME_KINDS.includes(kind)
}
