import type { Facet, FacetCounts } from '@search/facet'
import { DELIVERED_IN, ROTL_NEEDS } from '../programme/programme'
import { authorities, prisons } from '../area/region'
import { FACET_LABELS, facetValueLabel } from './facet-label'
import { pathwayCodes } from '../service/pathway'
import { type DirectoryQuery, FACET_PARAMS } from './search-query'
import { SUPPORT_LEVELS } from '../service/service'
import { serviceKindCodes } from '../service/service-kind'

export interface FacetChoice {
  /** Of the address parameter: one group may hold several. */
  name: string
  value: string
  text: string
  /** How many results it would leave. */
  count: number
  checked: boolean
}

/** A group of filters as a page draws it: the choices in sight, and the way to the others. */
export interface FacetGroup {
  legend: string
  name: string
  choices: FacetChoice[]
  /** How many more there are, and the same page with them; null where all are in sight. */
  more: { count: number; href: string } | null
}

/** Facts one ticks, each a facet of its own, shown together under 'Whom it is for'. */
const FACTS: readonly Facet[] = [
  'womenOnly',
  'takesChildren',
  'takesCouples',
  'acceptsPeopleFromPrison',
  'complexNeeds',
  'wheelchair',
]

const LISTS: readonly { facet: Facet; values: readonly string[]; inSight: number }[] = [
  { facet: 'kind', values: serviceKindCodes, inSight: 6 },
  { facet: 'authority', values: authorities.map(each => each.code), inSight: 4 },
  { facet: 'supportLevel', values: SUPPORT_LEVELS, inSight: 3 },
  { facet: 'pathway', values: pathwayCodes, inSight: 0 },
  { facet: 'deliveredIn', values: DELIVERED_IN, inSight: 0 },
  { facet: 'prison', values: prisons.map(each => each.code), inSight: 0 },
  { facet: 'rotl', values: ROTL_NEEDS, inSight: 0 },
]

/** Fewer than these are not worth a press. */
const FEWEST_BEHIND = 2

/**
 * The filters a search can be narrowed by, with their counts, in the order they are shown. A value that would leave
 * nothing is left out unless it is ticked. The first few values of a facet are
 * in sight, and what is ticked always; the others are a press away, and no page draws them before.
 */
export function facetGroups<Query extends DirectoryQuery>(
  query: Query,
  counts: Partial<FacetCounts>,
  addressOf: (query: Query) => string,
): FacetGroup[] {
  const facts = FACTS.flatMap(facet => factChoices(facet, query, counts))
  const groups = LISTS.map(({ facet, values, inSight }) => ({
    legend: FACET_LABELS[facet],
    name: FACET_PARAMS[facet],
    ...partInSight(
      values.flatMap(value => choice(facet, value, facetValueLabel(facet, value), query, counts)),
      query.open.includes(facet) ? Infinity : inSight,
      addressOf({ ...query, open: [...query.open, facet] }),
    ),
  }))
  return [{ legend: 'Whom it is for', name: 'for', choices: facts, more: null }, ...groups].filter(
    group => group.choices.length > 0 || group.more !== null,
  )
}

function partInSight(
  all: FacetChoice[],
  inSight: number,
  href: string,
): Pick<FacetGroup, 'choices' | 'more'> {
  const choices = all.filter((each, index) => index < inSight || each.checked)
  const count = all.length - choices.length
  return count < FEWEST_BEHIND ? { choices: all, more: null } : { choices, more: { count, href } }
}

/** 'Takes children', and 'Takes children: case by case'; a no is offered to nobody, yet shown where an address asks for it. */
function factChoices(facet: Facet, query: DirectoryQuery, counts: Partial<FacetCounts>): FacetChoice[] {
  const label = FACET_LABELS[facet]
  const asked = query.facets[facet] ?? []
  return [
    ...choice(facet, 'yes', label, query, counts),
    ...choice(facet, 'case_by_case', `${label}: case by case`, query, counts),
    ...(asked.includes('no') ? choice(facet, 'no', `${label}: no`, query, counts) : []),
  ]
}

function choice(
  facet: Facet,
  value: string,
  text: string,
  query: DirectoryQuery,
  counts: Partial<FacetCounts>,
): FacetChoice[] {
  const count = counts[facet]?.[value] ?? 0
  const checked = query.facets[facet]?.includes(value) ?? false
  return count === 0 && !checked ? [] : [{ name: FACET_PARAMS[facet], value, text, count, checked }]
}
