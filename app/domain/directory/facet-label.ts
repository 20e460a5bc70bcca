import type { Facet } from '@search/facet'
import { DELIVERED_IN_LABELS, ROTL_NEED_LABELS } from '../programme/programme'
import { authorityName, prisonName } from '../area/region'
import { pathwayLabel } from '../service/pathway'
import { SUPPORT_LEVEL_LABELS, YES_CASE_NO_LABELS } from '../service/service'
import { serviceKindLabel } from '../service/service-kind'

export const FACET_LABELS: Readonly<Record<Facet, string>> = {
  takes: 'For',
  womenOnly: 'Women only',
  takesChildren: 'Takes children',
  takesCouples: 'Takes couples',
  kind: 'Kind',
  authority: 'Authority',
  acceptsPeopleFromPrison: 'Accepts people from prison',
  complexNeeds: 'Complex needs',
  wheelchair: 'Wheelchair access',
  supportLevel: 'Support',
  pathway: 'Pathway',
  deliveredIn: 'Delivered in',
  prison: 'Prison',
  rotl: 'Release on temporary licence (ROTL)',
}

const VALUE_LABELS: Readonly<Record<Facet, (value: string) => string>> = {
  takes: fromTable({ women: 'For women', men: 'For men' }),
  womenOnly: fromTable(YES_CASE_NO_LABELS),
  takesChildren: fromTable(YES_CASE_NO_LABELS),
  takesCouples: fromTable(YES_CASE_NO_LABELS),
  kind: serviceKindLabel,
  authority: authorityName,
  acceptsPeopleFromPrison: fromTable(YES_CASE_NO_LABELS),
  complexNeeds: fromTable(YES_CASE_NO_LABELS),
  wheelchair: fromTable(YES_CASE_NO_LABELS),
  supportLevel: fromTable(SUPPORT_LEVEL_LABELS),
  pathway: pathwayLabel,
  deliveredIn: fromTable(DELIVERED_IN_LABELS),
  prison: prisonName,
  rotl: fromTable(ROTL_NEED_LABELS),
}

/** The words beside a facet's box: 'Refuge and safe accommodation', 'Sunderland', 'Case by case'. */
export function facetValueLabel(facet: Facet, value: string): string {
  return VALUE_LABELS[facet](value)
}

const SAYS_ITSELF: readonly Facet[] = ['kind', 'authority', 'pathway', 'prison', 'takes']

/** The words of a facet's chip, which stands alone: 'Women only', 'Takes children: Case by case', 'Sunderland'. */
export function facetChipLabel(facet: Facet, value: string): string {
  const label = facetValueLabel(facet, value)
  const saysItself = SAYS_ITSELF.includes(facet)
  if (value === 'yes') return FACET_LABELS[facet]
  return saysItself ? label : `${FACET_LABELS[facet]}: ${label}`
}

function fromTable(table: Readonly<Record<string, string>>): (value: string) => string {
  return value => table[value] ?? value
}
