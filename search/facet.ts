import type { ServiceDocument } from './document'

/** The facets a search can be narrowed by, in the order they are shown. */
export const facets = [
  'kind',
  'pathway',
  'authority',
  'takes',
  'womenOnly',
  'takesChildren',
  'takesCouples',
  'acceptsPeopleFromPrison',
  'complexNeeds',
  'wheelchair',
  'supportLevel',
  'deliveredIn',
  'prison',
  'rotl',
] as const

export type Facet = (typeof facets)[number]

/** What is ticked: within a facet any of the values will do, across facets all must hold. */
export type FacetSelections = Partial<Record<Facet, readonly string[]>>

/** How many services each value would give, the other facets as ticked. A value nobody has is left out. */
export type FacetCounts = Record<Facet, Record<string, number>>

/** Whom a service does not turn away for their sex; where it is not stated, nobody. */
const TAKES: Readonly<Record<'women' | 'men' | 'mixed', readonly string[]>> = {
  women: ['women'],
  men: ['men'],
  mixed: ['women', 'men'],
}

const readers: Record<Facet, (document: ServiceDocument) => readonly string[]> = {
  kind: document => [document.kind],
  pathway: document => document.pathways,
  authority: document => document.authorities,
  takes: document => TAKES[document.sex ?? 'mixed'],
  womenOnly: document => yesOrNo(document.womenOnly),
  takesChildren: document => stated(document.takesChildren),
  takesCouples: document => stated(document.takesCouples),
  acceptsPeopleFromPrison: document => stated(document.acceptsPeopleFromPrison),
  complexNeeds: document => yesOrNo(document.complexNeeds),
  wheelchair: document => yesOrNo(document.wheelchair),
  supportLevel: document => stated(document.supportLevel),
  deliveredIn: document => document.deliveredIn,
  prison: document => document.prisons,
  rotl: document => stated(document.rotl),
}

/** The values a service has of a facet; none when it is not stated. Yes and no are the words `yes` and `no`. */
export function facetValues(document: ServiceDocument, facet: Facet): readonly string[] {
  return readers[facet](document)
}

/** The facets somebody ticked something in. */
export function selectedFacets(selections: FacetSelections): Facet[] {
  return facets.filter(facet => (selections[facet] ?? []).length > 0)
}

function yesOrNo(value: boolean | null): readonly string[] {
  return value === null ? [] : [value ? 'yes' : 'no']
}

function stated(value: string | null): readonly string[] {
  return value === null ? [] : [value]
}
