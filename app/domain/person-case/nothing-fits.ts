import type { ServiceCard } from '../service/service-card.server'
import { type CaseSearchQuery, type CaseSearchResult, wantsBed, type WhatElse } from './case-search'

export interface NothingFits {
  /** What it is that does not fit: courses and support may. */
  title: string
  /** What stands in the way, in a sentence: the single rule of the closest services, where there is one. */
  obstacle: string
  /** Services were checked, and none of them fits. Where nothing matched, that tells of the search and of no need. */
  isNeed: boolean
  elsewhere: { title: string; services: { id: string; name: string; phone: string | null }[] }[]
}

/** What is said where nothing is eligible. Somewhere else to sleep is named only where a bed is searched for. */
export function nothingFits(
  query: Pick<CaseSearchQuery, 'facets' | 'words'>,
  { counts, total }: Pick<CaseSearchResult, 'counts' | 'total'>,
  whatElse: WhatElse,
): NothingFits {
  const { councils, approvedPremises, emergency } = whatElse
  const listed = (title: string, services: readonly ServiceCard[]) => ({
    title,
    services: services.map(({ id, name, phone }) => ({ id, name, phone })),
  })
  const elsewhere = [
    listed('Council housing options, and the duty to refer', councils),
    listed('Community accommodation (CAS) and approved premises', approvedPremises),
    listed('Emergency and direct access', emergency),
  ]
  return {
    ...(whatElse.checked === 0 ? nothingMatches(query) : noneFits(counts.eligible, total, whatElse)),
    elsewhere: wantsBed(query) ? elsewhere.filter(({ services }) => services.length > 0) : [],
  }
}

type Said = Pick<NothingFits, 'title' | 'obstacle' | 'isNeed'>

function nothingMatches({ words }: Pick<CaseSearchQuery, 'words'>): Said {
  return words === ''
    ? { title: 'No service matches this search', obstacle: 'Take a filter away to see more.', isNeed: false }
    : {
        title: 'No service matches these words',
        obstacle: 'Use fewer words, or take a filter away.',
        isNeed: false,
      }
}

function noneFits(eligible: number, total: number, whatElse: WhatElse): Said {
  return {
    title: eligible === 0 ? 'Nothing fits now' : 'No place to live fits now',
    obstacle: obstacleWords(whatElse, total),
    isNeed: true,
  }
}

function obstacleWords({ obstacle, checked }: WhatElse, total: number): string {
  if (obstacle) return ruleWords(obstacle)
  return `${checked === total ? 'All' : 'All the places to live'} that match take the other sex only.`
}

function ruleWords({ title, alone, serviceCount }: NonNullable<WhatElse['obstacle']>): string {
  const where = serviceCount === 1 ? 'at the closest service' : `at ${serviceCount} of the closest services`
  return alone
    ? `One rule alone stands in the way ${where}: ${title.toLowerCase()}.`
    : `The rule that stands in the way most often ${where}: ${title.toLowerCase()}.`
}
