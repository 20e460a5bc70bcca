import type { Facet } from '@search/facet'
import { PAGE_SIZE } from '~/domain/directory/engine-query.server'
import type { ReadPart } from '~/domain/directory/reading/reading'
import type { DirectoryHit, DirectoryResult } from '~/domain/directory/search-directory.server'
import { FACET_PARAMS } from '~/domain/directory/search-query'
import type { ServiceVacancy } from '~/domain/service/service-vacancy.server'
import { href } from '~/paths'
import type { SearchAnswer } from './answer-schema'
import { isList, parameterSchema } from './parameters'
import { slugOf } from './slug'

type Result = SearchAnswer['results'][number]

/** What was found, as it is answered: to somebody signed out nothing of vacancies, in the results and in the counts. */
export function answerOf(result: DirectoryResult, isPublic: boolean): SearchAnswer {
  return {
    total: result.total,
    page: result.page,
    pageSize: PAGE_SIZE,
    read: result.reading.parts.map(part => readPiece(part, result)),
    results: result.hits.map(hit => resultOf(hit, isPublic)),
    facets: facetsOf(result),
  }
}

function readPiece(part: ReadPart, { reading, step }: DirectoryResult): SearchAnswer['read'][number] {
  const { kind, start, end, text: label, asks } = part
  const state = asks ? 'ring_to_ask' : step.dropped.includes(part) ? 'not_matched' : 'matched'
  return { kind: kind === 'word' ? 'words' : kind, text: reading.typed.slice(start, end), label, state }
}

function resultOf(hit: DirectoryHit, isPublic: boolean): Result {
  const { id, name, provider, authorities, position, distanceMiles, vacancy } = hit
  return {
    id,
    slug: slugOf(hit),
    url: href('services/:serviceId', { serviceId: id }),
    name,
    provider,
    kind: hit.kind,
    authorities: [...authorities],
    ...(position === null ? {} : { position: { lat: position.lat, lng: position.lng } }),
    distanceMiles,
    ...(isPublic ? {} : { vacancy: vacancy && vacancyOf(vacancy) }),
  }
}

/** What nobody has confirmed lately is not counted, and never "none". */
function vacancyOf({
  freshness,
  confirmedAt,
  addedSince,
  freeNow,
  free,
  countedOn,
  expected,
}: ServiceVacancy) {
  const isKnown = freshness.state !== 'not_confirmed'
  return {
    state: freshness.state,
    confirmedAt: confirmedAt?.toISOString() ?? null,
    addedSince: isKnown ? addedSince : null,
    freeNow: isKnown ? freeNow : null,
    on: countedOn,
    freeOn: isKnown && countedOn !== null ? free : null,
    expected:
      isKnown && expected ? { on: expected.on, count: expected.count, isAbout: expected.isAbout } : null,
  }
}

/** The counts by parameter. Only what a parameter takes is told: what may be counted is what may be asked. */
function facetsOf({ facets, vacancies }: DirectoryResult): SearchAnswer['facets'] {
  const byParameter = Object.entries(facets).map(([facet, values]) => {
    const name = FACET_PARAMS[facet as Facet]
    const askable = Object.entries(values).filter(([value]) => takes(name, value))
    return [name, Object.fromEntries(askable)] as const
  })
  const confirmed = vacancies && { confirmed: { yes: vacancies.confirmedRecently } }
  return { ...Object.fromEntries(byParameter), ...confirmed }
}

function takes(name: string, value: string): boolean {
  const schema = parameterSchema(name)
  return schema?.safeParse(isList(schema) ? [value] : value).success ?? false
}
