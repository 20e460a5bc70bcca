/** The nine resettlement pathways, in their usual order (product.md, "Words"). A service carries those it serves. */
const pathways = [
  { code: 'accommodation', label: 'Accommodation' },
  { code: 'finance', label: 'Finance, benefits and debt' },
  { code: 'health', label: 'Mental and physical health' },
  { code: 'drugs_alcohol', label: 'Drugs and alcohol' },
  { code: 'attitudes', label: 'Attitudes, thinking and behaviour' },
  { code: 'employment', label: 'Employment, training and education' },
  { code: 'families', label: 'Families and children' },
  { code: 'abuse', label: 'Women who have been abused, raped or experienced domestic violence' },
  { code: 'prostitution', label: 'Women involved in prostitution' },
] as const

export type Pathway = (typeof pathways)[number]['code']

/** The codes alone, in the shape a Zod enum takes. */
export const pathwayCodes = pathways.map(pathway => pathway.code)

const labels: ReadonlyMap<string, string> = new Map(pathways.map(pathway => [pathway.code, pathway.label]))

/** The words shown for a pathway; an unknown code is shown as it is. */
export function pathwayLabel(code: string): string {
  return labels.get(code) ?? code
}
