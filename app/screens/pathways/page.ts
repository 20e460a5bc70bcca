import { isOpen, type RegisterEntry } from '~/domain/action/entry'
import { placeWords } from '~/domain/action/gap'
import { EMPTY_QUERY } from '~/domain/directory/search-query'
import type {
  MapBy,
  NoDataBecause,
  Overlap,
  PathwayCell,
  PathwayOutcome,
  PathwayRow,
} from '~/domain/pathway-map/pathway-map'
import { labelOf } from '~/domain/words/codes'
import { PROGRAMME_TYPE_LABELS } from '~/domain/programme/programme'
import { pathwayCodes, pathwayLabel } from '~/domain/service/pathway'
import { serviceKindLabel } from '~/domain/service/service-kind'
import { servicesWords } from '~/screens/results/result-in-words'
import { directoryAddress } from '~/screens/services/page'
import { inSentence } from '~/domain/words/english'

/** The pathway map in words. Safe for the browser. */

export const OUTCOME_WORDS: Record<PathwayOutcome, string> = {
  served: 'served',
  none: 'none listed',
  no_data: 'no data',
}

export const BECAUSE_WORDS: Record<NoDataBecause, string> = {
  nothing_listed: 'nothing is listed here',
  not_said: 'a service has not said what it serves',
  not_verified: 'not verified',
}

export interface PathwayCellShown {
  pathway: string
  outcome: PathwayOutcome
  /** '7 services, 2 of them programmes'; null where none says it serves it. */
  services: string | null
  /** Where the services behind it are listed. */
  servicesHref: string
  details: string[]
  /** '1 open action'; null without one. */
  actions: string | null
  recordHref: string
}

export interface PathwaysPage {
  by: MapBy
  sentence: string
  asOf: string
  columns: string[]
  rows: { place: string; name: string; cells: PathwayCellShown[] }[]
}

/** The map in words, with the open actions of the register beside the gaps they are about. */
export function pathwaysPage(
  rows: readonly PathwayRow[],
  entries: readonly RegisterEntry[],
  { by, asOf }: { by: MapBy; asOf: string },
): PathwaysPage {
  const open = entries.filter(entry => entry.kind === 'action' && isOpen(entry))
  return {
    by,
    sentence: mapSentence(rows, by),
    asOf,
    columns: pathwayCodes.map(pathwayLabel),
    rows: rows.map(({ place, cells }) => ({
      place,
      name: placeWords(place),
      cells: cells.map(cell => cellShown(cell, place, by, open)),
    })),
  }
}

function cellShown(
  cell: PathwayCell,
  place: string,
  by: MapBy,
  open: readonly RegisterEntry[],
): PathwayCellShown {
  const subject = `pathway.${cell.pathway}`
  const actions = open.filter(entry => entry.subject === subject && entry.place === place).length
  const facets = { pathway: [cell.pathway], [by]: [place] }
  return {
    pathway: pathwayLabel(cell.pathway),
    outcome: cell.outcome,
    services: servicesOf(cell, by),
    servicesHref: directoryAddress({ ...EMPTY_QUERY, facets }),
    details: detailsOf(cell),
    actions: actions === 0 ? null : `${actions} open ${actions === 1 ? 'action' : 'actions'}`,
    recordHref: `/actions/new?subject=${subject}&place=${place}`,
  }
}

/** In a prison everything listed is a programme, which need not be said. */
function servicesOf({ services, programmes }: PathwayCell, by: MapBy): string | null {
  if (services === 0) return null
  if (by === 'prison') return programmesWords(services)
  return programmes === 0
    ? servicesWords(services)
    : `${servicesWords(services)} (${programmesWords(programmes)})`
}

function programmesWords(many: number): string {
  return many === 1 ? '1 programme' : `${many} programmes`
}

function detailsOf(cell: PathwayCell): string[] {
  const stale = cell.outcome === 'served' && cell.notVerified > 0 ? [`${cell.notVerified} not verified`] : []
  const because = cell.because === null ? [] : [BECAUSE_WORDS[cell.because]]
  return [...stale, ...because, ...cell.overlaps.map(overlapWords)]
}

/** 'overlap: 2 × mentoring'. */
export function overlapWords({ kind, programmeType, services }: Overlap): string {
  const what = programmeType === null ? serviceKindLabel(kind) : labelOf(PROGRAMME_TYPE_LABELS, programmeType)
  return `overlap: ${services} × ${inSentence(what)}`
}

/** What the map shows, in two sentences: how much is served, and which pathways are missing most often. */
function mapSentence(rows: readonly PathwayRow[], by: MapBy): string {
  const cells = rows.flatMap(row => row.cells)
  const many = (outcome: PathwayOutcome) => cells.filter(cell => cell.outcome === outcome).length
  const of = by === 'authority' ? 'authority' : 'prison'
  const counts = `Of ${cells.length} pairs of ${of} and pathway, ${many('served')} are served, ${many('none')} have none listed, and of ${many('no_data')} there is no data.`
  const most = Math.max(...pathwayCodes.map(pathway => gapsOf(cells, pathway)))
  if (most === 0) return counts
  const worst = pathwayCodes.filter(pathway => gapsOf(cells, pathway) === most)
  const places = by === 'authority' ? 'authorities' : 'prisons'
  const what = worst.map(pathway => inSentence(pathwayLabel(pathway))).join('; ')
  return `${counts} Most often missing, none listed in ${most} of ${rows.length} ${places}: ${what}.`
}

function gapsOf(cells: readonly PathwayCell[], pathway: string): number {
  return cells.filter(cell => cell.pathway === pathway && cell.outcome === 'none').length
}
