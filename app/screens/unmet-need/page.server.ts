import { periodName } from '~/domain/unmet-need/period'
import { tableSpec } from '~/domain/unmet-need/publishable-tables'
import { type ByAuthority, byAuthority } from './by-authority'
import type { ChartShown } from './chart-shown'
import { chartsOf } from './charts.server'
import type { NeedFacts } from './facts.server'
import { type Footnote, footnotesOf } from './footnotes-of'
import { type LeadFigure, leadFigures, releasesWords } from './lead-figures.server'
import { type PublishedAs, publishedAs, versionAddress, versionWords } from './published-as'
import { trendsOf } from './trends.server'

export interface NeedPage {
  published: PublishedAs
  releases: string | null
  leads: LeadFigure[]
  charts: ChartShown[]
  /** Counts by authority, of the last three years that are published; null before there are any. */
  byAuthority: ByAuthority | null
  footnotes: Footnote[]
  /** The titles of tables that could not be protected, and are not published. */
  leftOut: string[]
  /** Everything that is published, the latest first. */
  versions: { text: string; href: string; isThis: boolean }[]
}

const PRINTED = [
  'M3',
  'M2',
  'M7',
  'M1',
  'Way',
  'Ways',
  'Reasons',
  'M5',
  'Home',
  'M9',
  'M8',
  'M6',
  'Changes',
  'Area',
] as const

/** A page of unmet need in words, from published cells alone. */
export function needPage({ publication, pool, quarters, listed }: NeedFacts): NeedPage {
  return {
    published: publishedAs(publication, listed),
    releases: releasesWords(publication),
    leads: leadFigures(publication),
    charts: [...chartsOf(publication), ...trendsOf(quarters)],
    byAuthority: pool && byAuthority(pool, listed, publication),
    footnotes: footnotesOf(PRINTED),
    leftOut: publication.leftOut.map(id => tableSpec(id).title),
    versions: listed.map(each => ({
      text: `${periodName(each.period)}, ${versionWords(each)}`,
      href: versionAddress(each),
      isThis: each.period.code === publication.period.code && each.version === publication.version,
    })),
  }
}
