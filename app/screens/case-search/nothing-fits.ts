import { FACT_LABELS } from '~/domain/eligibility/fact-labels'
import {
  type CaseSearchQuery,
  type CaseSearchResult,
  type ElsewhereService,
  wantsBed,
  type WhatElse,
} from '~/domain/case-search/case-search'
import type { NeedEvidence } from '~/domain/case-search/need-evidence'
import { inSentence } from '~/domain/words/english'

export interface NothingFits {
  /** What it is that does not fit: courses and support may. */
  title: string
  /** What stands in the way, in a sentence: the single rule of the closest services, where there is one. */
  obstacle: string
  /** What is kept of it, where it tells of need, or what it would take to tell of it; null where words or filters narrowed it. */
  kept: string | null
  elsewhere: ElsewhereList[]
}

/** Services of one kind to turn to, and more of them that are folded. */
export interface ElsewhereList {
  title: string
  services: ElsewhereShown[]
  more: { title: string; services: ElsewhereShown[] } | null
}

export interface ElsewhereShown {
  id: string
  name: string
  phone: string | null
  outOfHours: string | null
  /** 'Talk about: people from prison, arson', or null where nothing has to be. */
  toDiscuss: string | null
}

const COUNCILS_TITLE = 'Council housing options, and the duty to refer'

/** What is said where nothing is eligible. Somewhere else to sleep is named only where a bed is searched for. */
export function nothingFits(
  query: Pick<CaseSearchQuery, 'facets' | 'words'>,
  {
    counts,
    total,
    evidence,
    councils,
    otherCouncils,
    reading,
  }: Pick<CaseSearchResult, 'counts' | 'total' | 'evidence' | 'councils' | 'otherCouncils' | 'reading'>,
  whatElse: WhatElse,
): NothingFits {
  const { approvedPremises, emergency, forChildren } = whatElse
  const listed = (title: string, services: readonly ElsewhereService[]) => ({
    title,
    services: services.map(elsewhereShown),
    more: null,
  })
  const elsewhere = [
    councilsShown({ councils, otherCouncils }),
    listed('Community accommodation (CAS) and approved premises', approvedPremises),
    listed('Emergency and direct access', emergency),
    listed('For parents and their children', forChildren),
  ]
  return {
    ...(whatElse.checked === 0 ? nothingMatches(query) : noneFits(counts.eligible, total, whatElse)),
    kept: keptWords(evidence),
    elsewhere: wantsBed(query, reading)
      ? elsewhere.filter(({ services, more }) => services.length > 0 || more !== null)
      : [],
  }
}

/** Her councils, and folded those of other areas, of which she may choose any. */
export function councilsShown({
  councils,
  otherCouncils,
}: Pick<CaseSearchResult, 'councils' | 'otherCouncils'>): ElsewhereList {
  return {
    title: COUNCILS_TITLE,
    services: councils.map(elsewhereShown),
    more:
      otherCouncils.length === 0
        ? null
        : {
            title: 'Councils of other areas: any may be chosen',
            services: otherCouncils.map(elsewhereShown),
          },
  }
}

/** Naming more than these helps nobody: whoever rings asks anyway. */
const MOST_TO_DISCUSS = 4

/** A service to turn to besides, in words. */
function elsewhereShown({ id, name, phone, outOfHoursPhone, toDiscuss }: ElsewhereService): ElsewhereShown {
  const named = toDiscuss.slice(0, MOST_TO_DISCUSS).map(title => inSentence(title))
  const more = toDiscuss.length > named.length ? ' and more' : ''
  return {
    id,
    name,
    phone,
    outOfHours: outOfHoursPhone,
    toDiscuss: named.length === 0 ? null : `Talk about: ${named.join(', ')}${more}`,
  }
}

function keptWords({ isNarrowed, unknown }: NeedEvidence): string | null {
  if (isNarrowed) return null
  if (unknown.length === 0) return 'That no place fitted is kept without a name, as evidence of need.'
  const labels = unknown.map(field => inSentence(FACT_LABELS[field])).join(', ')
  return `This is not evidence of need until these answers are known: ${labels}.`
}

type Said = Pick<NothingFits, 'title' | 'obstacle'>

function nothingMatches({ words }: Pick<CaseSearchQuery, 'words'>): Said {
  return words === ''
    ? { title: 'No service matches this search', obstacle: 'Take a filter away to see more.' }
    : {
        title: 'No service matches these words',
        obstacle: 'Use fewer words, or take a filter away.',
      }
}

function noneFits(eligible: number, total: number, whatElse: WhatElse): Said {
  return {
    title: eligible === 0 ? 'Nothing fits now' : 'No place to live fits now',
    obstacle: obstacleWords(whatElse, total),
  }
}

function obstacleWords({ obstacle, checked }: WhatElse, total: number): string {
  if (obstacle) return ruleWords(obstacle)
  return `${checked === total ? 'All' : 'All the places to live'} that match take the other sex only.`
}

function ruleWords({ title, alone, serviceCount }: NonNullable<WhatElse['obstacle']>): string {
  const where = serviceCount === 1 ? 'at the closest service' : `at ${serviceCount} of the closest services`
  return alone
    ? `One rule alone stands in the way ${where}: ${inSentence(title)}.`
    : `The rule that stands in the way most often ${where}: ${inSentence(title)}.`
}
